package io.nearstock.inventory;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who sells to us.
 *
 * @param suspended why nothing is ordered there; null while it is
 */
public record Supplier(
        @BsonId String id,
        String name,
        @Nullable String country,
        @Nullable String suspended,
        boolean gone,
        long version) {

    public static Supplier of(String id, String name, @Nullable String country) {
        return new Supplier(id, name, country, null, false, 1);
    }

    public Supplier described(String name, @Nullable String country) {
        return new Supplier(id, name, country, suspended, gone, version + 1);
    }

    public Supplier suspendedFor(@Nullable String reason) {
        return new Supplier(id, name, country, reason, gone, version + 1);
    }

    public Supplier leaving() {
        return new Supplier(id, name, country, suspended, true, version + 1);
    }
}
