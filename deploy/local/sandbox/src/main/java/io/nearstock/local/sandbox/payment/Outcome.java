package io.nearstock.local.sandbox.payment;

/** What a call came to. */
sealed interface Outcome {

    record Changed(Intent intent) implements Outcome {}

    /** Nothing moved: it was so before, or the call was a repetition. */
    record Unchanged(Intent intent) implements Outcome {}

    record Refused(String code, String detail) implements Outcome {}

    record KeyReused() implements Outcome {}

    record Unknown() implements Outcome {}
}
