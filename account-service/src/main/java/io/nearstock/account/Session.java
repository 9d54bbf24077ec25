package io.nearstock.account;

import java.time.Duration;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One sign-in and all refresh tokens that follow from it. The tokens are seals of the session and a generation, so none
 * is stored.
 *
 * @param generation of the refresh token that is good now
 * @param rotatedAt since when it is
 */
public record Session(
        @BsonId String id,
        String accountId,
        long generation,
        Instant startedAt,
        Instant rotatedAt,
        Instant expiresAt,
        @Nullable Instant endedAt) {

    /** A session's answer to a refresh token. */
    public sealed interface Refreshed {

        /** It was the one; the next is of this generation. */
        record Rotated(long generation) implements Refreshed {}

        /** It was exchanged a moment ago, by a parallel request of the same client: the same answer again. */
        record Repeated(long generation) implements Refreshed {}

        /** It was exchanged long ago, so two hold the session, of whom one is a thief. */
        record Reused() implements Refreshed {}

        /** The session is over. */
        record Over() implements Refreshed {}
    }

    public static Session start(String id, String accountId, Instant now, Duration life) {
        return new Session(id, accountId, 1, now, now, now.plus(life), null);
    }

    public Refreshed refresh(long presented, Duration grace, Instant now) {
        if (endedAt != null || !now.isBefore(expiresAt)) {
            return new Refreshed.Over();
        }
        if (presented == generation) {
            return new Refreshed.Rotated(generation + 1);
        }
        return presented == generation - 1 && now.isBefore(rotatedAt.plus(grace))
                ? new Refreshed.Repeated(generation)
                : new Refreshed.Reused();
    }
}
