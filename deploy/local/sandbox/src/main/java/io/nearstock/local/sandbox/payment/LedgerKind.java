package io.nearstock.local.sandbox.payment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

enum LedgerKind {
    AUTHORISE,
    CAPTURE,
    REFUND,
    VOID,
    DECLINE;

    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
