package io.nearstock.inventory;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who sells to us.
 *
 * @param calendar on which days it works; on all when null
 * @param suspended why nothing is ordered there; null while it is
 * @param trustedSince when somebody reinstated it last; what came before counts no more against it
 */
public record Supplier(
        @BsonId String id,
        String name,
        @Nullable String country,
        @Nullable WorkCalendar calendar,
        @Nullable String suspended,
        @Nullable Instant trustedSince,
        boolean gone,
        long version) {

    public static Supplier of(String id, String name, @Nullable String country, @Nullable WorkCalendar calendar) {
        return new Supplier(id, name, country, calendar, null, null, false, 1);
    }

    public Supplier described(String name, @Nullable String country, @Nullable WorkCalendar calendar) {
        return new Supplier(id, name, country, calendar, suspended, trustedSince, gone, version + 1);
    }

    public Supplier suspendedFor(String reason) {
        return new Supplier(id, name, country, calendar, reason, trustedSince, gone, version + 1);
    }

    public Supplier reinstated(Instant now) {
        return new Supplier(id, name, country, calendar, null, now, gone, version + 1);
    }

    public Supplier leaving() {
        return new Supplier(id, name, country, calendar, suspended, trustedSince, true, version + 1);
    }
}
