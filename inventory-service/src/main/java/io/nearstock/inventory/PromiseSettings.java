package io.nearstock.inventory;

import jakarta.validation.constraints.Positive;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When an order leaves and how far it gets in a day.
 *
 * @param cutOff until when an order leaves on the same day
 * @param zone whose clock the cut-off is read from
 * @param kmADay the width of a distance band: each one begun is a day on the way
 */
@Validated
@ConfigurationProperties("nearstock.inventory.promise")
public record PromiseSettings(
        @DefaultValue("14:00") LocalTime cutOff,
        @DefaultValue("Europe/London") ZoneId zone,
        @DefaultValue("500") @Positive double kmADay) {}
