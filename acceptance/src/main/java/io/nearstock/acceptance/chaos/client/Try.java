package io.nearstock.acceptance.chaos.client;

import java.time.Instant;

/**
 * One request and how long its answer took.
 *
 * @param told the answer says that nobody can serve now, and when to come back
 */
public record Try(Intent intent, Instant at, long millis, Outcome outcome, boolean told) {

    /** Somebody waited and was not even told that waiting is pointless. */
    public boolean isHang(long patienceMillis) {
        return millis > patienceMillis && !told;
    }

    public boolean failed() {
        return !outcome.isKnown();
    }
}
