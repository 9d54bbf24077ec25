package io.nearstock.catalog.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What rows that cannot be used do to the rest of an import. */
public enum Policy {
    /** They are skipped; the job succeeds whatever there was. */
    IGNORE_FAILED,

    /** They are skipped; the job fails when not a single row could be used. */
    REJECT_FAILED_ROWS,

    /** One of them and nothing is applied: all rows are checked before the first is. */
    REJECT_EVERYTHING;

    static Optional<Policy> of(String parameter) {
        return Arrays.stream(values())
                .filter(policy -> policy.name().toLowerCase(Locale.ROOT).equals(parameter))
                .findFirst();
    }
}
