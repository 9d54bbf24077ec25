package io.nearstock.inventory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How demand is counted and forecast.
 *
 * @param enabled whether this instance takes part in planning rounds
 * @param zone whose midnight ends a day
 * @param history how many days back demand is looked at
 * @param horizon how many days ahead are forecast
 * @param panel how many rows learn from each other, and are planned under one lease
 * @param lease how long a part of a round is left to whoever began it
 */
@Validated
@ConfigurationProperties("nearstock.inventory.planning")
public record PlanningSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("Europe/London") ZoneId zone,
        @DefaultValue("730") @Min(56) int history,
        @DefaultValue("35") @Min(28) @Max(56) int horizon,
        @DefaultValue("2000") @Positive int panel,
        @DefaultValue("10m") Duration lease) {

    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
