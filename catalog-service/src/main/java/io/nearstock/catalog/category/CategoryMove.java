package io.nearstock.catalog.category;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * That a category shall lie elsewhere, with all below it. Public, as the database driver reads it by reflection.
 *
 * @param actor whose wish it is
 * @param moved how many products lie elsewhere by now
 * @param turn {@link #TAKEN} until it is done
 * @param nextActionAt when somebody may go on with it: at once, or at the end of the lease of whoever does
 * @param doneAt null as long as there may be products left
 */
public record CategoryMove(
        @BsonId String id,
        String actor,
        String from,
        String to,
        long moved,
        @Nullable String turn,
        Instant createdAt,
        Instant nextActionAt,
        @Nullable Instant doneAt) {

    static final String TAKEN = "taken";

    static CategoryMove asked(String id, String actor, String from, String to, Instant now) {
        return new CategoryMove(id, actor, from, to, 0, TAKEN, now, now, null);
    }

    /** A category cannot lie in itself. */
    boolean isCircular() {
        return (to + "/").startsWith(from + "/");
    }

    /** Where what lies at this path, or below it, lies afterwards. */
    String target(String path) {
        return to + path.substring(from.length());
    }
}
