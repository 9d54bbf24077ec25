package io.nearstock.account.registration;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param verificationLife how long the link in a verification mail works */
@Validated
@ConfigurationProperties("nearstock.account.registration")
record RegistrationSettings(
        @DefaultValue("24h") @DurationMin Duration verificationLife) {}
