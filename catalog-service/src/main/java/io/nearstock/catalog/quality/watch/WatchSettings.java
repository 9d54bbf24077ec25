package io.nearstock.catalog.quality.watch;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a product's ratings or returns are an alarm.
 *
 * @param betweenFalseAlarms a product's reviews between two alarms without reason are at least so many on average
 * @param usualReturns share of units that come back where neither a product's past nor its category says anything yet
 * @param returnsWithin what has been out for longer is regarded as kept
 * @param look how often open alerts about returns are looked at
 */
@Validated
@ConfigurationProperties("nearstock.catalog.quality")
record WatchSettings(
        @DefaultValue("500") @Min(10) int betweenFalseAlarms,

        @DefaultValue("0.05") @DecimalMin("0.001") @DecimalMax("0.5")
        double usualReturns,

        @DefaultValue("30d") Duration returnsWithin,
        @DefaultValue("1h") Duration look) {}
