package io.nearstock.inventory;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where goods of an order are on their way.
 *
 * @param notice the reference of the notice that they are of; null where their supplier names none
 * @param position where they were last
 * @param expectedOn when they are expected
 * @param route where they were, the earliest first, and at its end the hub
 * @param distanceKm from there to the hub, as the crow flies
 */
public record TrackingView(
        @Nullable String notice,
        GeoPoint position,
        Instant at,
        @Nullable LocalDate expectedOn,
        GeoLine route,
        double distanceKm) {}
