package io.nearstock.local.sandbox.payment;

/** What a command did to an intent. */
sealed interface Transition {

    record Progress(Intent intent, Posting posting) implements Transition {}

    /** It was so already. */
    record Repetition(Intent intent) implements Transition {}

    record Refusal(String code, String detail) implements Transition {}
}
