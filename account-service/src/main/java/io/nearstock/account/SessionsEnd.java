package io.nearstock.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * No session that began before this may go on.
 *
 * @param spared the one session that may, where its owner has just proved who they are
 */
public record SessionsEnd(Instant at, @Nullable String spared) {

    boolean covers(Session session) {
        return !session.startedAt().isAfter(at) && !session.id().equals(spared);
    }
}
