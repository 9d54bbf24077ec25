package io.nearstock.catalog.advice;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When another price is proposed, and how far it may be from the present one.
 *
 * @param overstockedDays stock that lasts longer than this is to sell faster
 * @param aimDays so long it then should last
 * @param scarceDays stock that lasts shorter than this, with nothing on order, is to last so long
 * @param mostOff the largest reduction, a share of the price
 * @param mostOn the largest rise, a share of the price
 * @param leastChange a smaller change, a share of the price, is not worth one
 * @param settled a price that began later is left alone: demand has not answered yet
 * @param quiet how long nothing is proposed after a person decided
 * @param lease how long whoever approves has time to set the price before another instance does
 * @param sweep how often an instance looks for approvals that were left undone
 */
@Validated
@ConfigurationProperties("nearstock.catalog.advice")
record AdviceSettings(
        @DefaultValue("120") @Positive int overstockedDays,
        @DefaultValue("60") @Positive int aimDays,
        @DefaultValue("10") @Positive int scarceDays,

        @DefaultValue("0.3") @DecimalMin("0") @DecimalMax("0.9")
        double mostOff,

        @DefaultValue("0.1") @DecimalMin("0") @DecimalMax("1")
        double mostOn,

        @DefaultValue("0.02") @DecimalMin("0") @DecimalMax("1")
        double leastChange,

        @DefaultValue("21d") Duration settled,
        @DefaultValue("30d") Duration quiet,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("10s") Duration sweep) {

    static final AdviceSettings DEFAULTS = new AdviceSettings(
            120,
            60,
            10,
            0.3,
            0.1,
            0.02,
            Duration.ofDays(21),
            Duration.ofDays(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10));
}
