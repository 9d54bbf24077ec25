package io.nearstock.catalog.quality.watch;

import io.nearstock.catalog.Origin;
import java.time.Instant;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Units that came back. Public for the driver, which builds it by reflection.
 *
 * @param deliveredAt when their order brought them; null where that is not known
 * @param leftAt when they left as goods of a lot; null where that is not known
 * @param faulty whether it says something of the goods that they came back
 */
public record ReturnLine(
        @BsonId String id,
        String sku,
        int quantity,
        Origin origin,
        @Nullable Instant deliveredAt,
        @Nullable Instant leftAt,
        boolean faulty,
        Instant at) {

    /** Why goods come back that are as good as they should be. */
    private static final Set<String> NO_FAULT = Set.of("wrong_item", "unwanted");

    static boolean isFault(@Nullable String reason) {
        return reason == null || !NO_FAULT.contains(reason);
    }
}
