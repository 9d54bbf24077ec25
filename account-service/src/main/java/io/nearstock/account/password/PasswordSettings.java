package io.nearstock.account.password;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param resetLife how long the link in a reset mail works
 * @param resetPause the least time between two reset mails to one account
 */
@Validated
@ConfigurationProperties("nearstock.account.password")
record PasswordSettings(
        @DefaultValue("1h") @DurationMin Duration resetLife,
        @DefaultValue("1m") @DurationMin Duration resetPause) {}
