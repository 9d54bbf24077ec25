package io.nearstock.catalog.search;

import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When an order would be there; the same as inventory-service has under {@code nearstock.inventory.promise}.
 *
 * @param cutOff until when an order leaves on the same day
 * @param zone whose clock the cut-off is read from
 * @param kmADay the width of a distance band: each one begun is a day on the way
 */
@Validated
@ConfigurationProperties("nearstock.catalog.search.promise")
record PromiseSettings(
        @DefaultValue("14:00") LocalTime cutOff,
        @DefaultValue("Europe/London") ZoneId zone,
        @DefaultValue("500") @Positive double kmADay) {

    LocalDate date(double distanceKm, Instant orderedAt) {
        var ordered = orderedAt.atZone(zone);
        var waits = ordered.toLocalTime().isBefore(cutOff) ? 0 : 1;
        return ordered.toLocalDate().plusDays(waits + Math.max(1, (long) Math.ceil(distanceKm / kmADay)));
    }
}
