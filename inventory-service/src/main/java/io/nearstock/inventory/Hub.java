package io.nearstock.inventory;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A place that stock is sold from.
 *
 * @param landmark what people near it know it by
 * @param capacity orders a day; any number when null
 * @param serviceRadiusKm how far it delivers; everywhere when null
 * @param opening when people can come, in words
 * @param calendar when it sends; always when null
 */
public record Hub(
        @BsonId String id,
        String name,
        Position position,
        @Nullable String landmark,
        @Nullable String address,
        @Nullable Integer capacity,
        @Nullable Double serviceRadiusKm,
        @Nullable String opening,
        @Nullable WorkCalendar calendar,
        long version) {

    WorkCalendar sending() {
        return calendar == null ? WorkCalendar.ALWAYS : calendar;
    }

    /** Whether it delivers to a place that is so far away. */
    public boolean serves(double distanceKm) {
        return serviceRadiusKm == null || distanceKm <= serviceRadiusKm;
    }
}
