package io.nearstock.account.registration;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param verificationLife how long the link in a verification mail works
 * @param verificationPause the least time between two such mails to one account
 */
@Validated
@ConfigurationProperties("nearstock.account.registration")
record RegistrationSettings(
        @DefaultValue("24h") @DurationMin Duration verificationLife,
        @DefaultValue("1m") @DurationMin Duration verificationPause) {}
