package io.nearstock.inventory;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How demand is counted, forecast and bought for.
 *
 * @param enabled whether this instance takes part in planning rounds
 * @param zone whose midnight ends a day, and whose clock a supplier's cut-off is read from
 * @param history how many days back demand is looked at
 * @param horizon how many days ahead are forecast
 * @param panel how many rows learn from each other, and are planned under one lease
 * @param relearn after how many days forecasting learns anew which methods suit which row
 * @param lease how long a part of a round is left to whoever began it
 * @param review how often each row is looked at for replenishment
 * @param serviceLevel how likely stock is to last until what is ordered now has come
 * @param leadTimeDays how long goods take where no offer says so
 * @param leadTimeVariation standard deviation of a lead time as a share of it, until a supplier's own is known
 * @param coverDays how many days' demand an order brings beyond the reorder point
 * @param quiet how long a dismissed proposal is not made again, nor a withdrawn request
 * @param transferKmCost what a kilometre of a transfer costs, in minor units of the currency that is bought in
 */
@Validated
@ConfigurationProperties("nearstock.inventory.planning")
public record PlanningSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("Europe/London") ZoneId zone,
        @DefaultValue("730") @Min(56) int history,
        @DefaultValue("35") @Min(28) @Max(56) int horizon,
        @DefaultValue("2000") @Positive int panel,
        @DefaultValue("7") @Positive int relearn,
        @DefaultValue("10m") Duration lease,
        @DefaultValue("1h") Duration review,

        @DefaultValue("0.95") @DecimalMin("0.5") @DecimalMax("0.999")
        double serviceLevel,

        @DefaultValue("14") @Positive int leadTimeDays,
        @DefaultValue("0.25") @PositiveOrZero double leadTimeVariation,
        @DefaultValue("7") @Positive int coverDays,
        @DefaultValue("7d") Duration quiet,
        @DefaultValue("50") @PositiveOrZero int transferKmCost) {

    public static final PlanningSettings DEFAULTS = new PlanningSettings(
            true,
            ZoneId.of("Europe/London"),
            730,
            35,
            2000,
            7,
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            0.95,
            14,
            0.25,
            7,
            Duration.ofDays(7),
            50);

    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
