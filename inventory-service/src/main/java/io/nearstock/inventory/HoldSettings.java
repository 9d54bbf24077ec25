package io.nearstock.inventory;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How holds, and all other steps upon stock, keep time.
 *
 * @param life how long stock is held for a checkout
 * @param lease how long a step is left to whoever began it before somebody else finishes it
 * @param fence how long a row remembers a step that somebody else finished; no pause of a process may be longer
 * @param attempts how often a hold is planned anew when others are faster, before it gives up
 */
@Validated
@ConfigurationProperties("nearstock.inventory.holds")
public record HoldSettings(
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration life,
        @DefaultValue("10s") @DurationMin(millis = 1) Duration lease,
        @DefaultValue("24h") @DurationMin Duration fence,
        @DefaultValue("5") int attempts) {

    public static final HoldSettings DEFAULTS =
            new HoldSettings(Duration.ofMinutes(10), Duration.ofSeconds(10), Duration.ofHours(24), 5);
}
