package io.nearstock.local.sandbox.payment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

enum IntentStatus {
    REQUIRES_CONFIRMATION,
    REQUIRES_ACTION,
    PROCESSING,
    AUTHORISED,
    DECLINED,
    VOIDED;

    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
