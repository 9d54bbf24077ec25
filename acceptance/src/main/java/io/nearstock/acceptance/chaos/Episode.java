package io.nearstock.acceptance.chaos;

import io.nearstock.acceptance.chaos.fault.Fault.Promise;
import java.time.Instant;

/**
 * One fault as it went.
 *
 * @param mended when everything could serve again
 * @param over when the calm after it ended
 */
record Episode(String name, Promise promise, Instant struck, Instant mended, Instant over) {

    boolean isBroken(Instant time) {
        return !time.isBefore(struck) && time.isBefore(mended);
    }

    boolean isWithin(Instant time) {
        return !time.isBefore(struck) && time.isBefore(over);
    }
}
