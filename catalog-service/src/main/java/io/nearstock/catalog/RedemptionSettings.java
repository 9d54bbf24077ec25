package io.nearstock.catalog;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How uses of promotions keep time.
 *
 * @param life how long a use is held for a checkout
 * @param lease how long a step is left to whoever began it before somebody else finishes it
 * @param sweep how often each instance looks for what is due
 */
@Validated
@ConfigurationProperties("nearstock.catalog.redemption")
public record RedemptionSettings(
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration life,
        @DefaultValue("10s") @DurationMin(millis = 10) Duration lease,
        @DefaultValue("500ms") @DurationMin(millis = 10) Duration sweep) {}
