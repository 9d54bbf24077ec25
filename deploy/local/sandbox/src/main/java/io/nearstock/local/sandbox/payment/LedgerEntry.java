package io.nearstock.local.sandbox.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the provider's books, in minor units.
 *
 * @param key the Idempotency-Key of the call that caused it; none when the provider moved by itself
 */
record LedgerEntry(
        String id,
        Instant at,
        String reference,
        String intentId,
        LedgerKind kind,
        long amount,
        String currency,
        @Nullable String key) {}
