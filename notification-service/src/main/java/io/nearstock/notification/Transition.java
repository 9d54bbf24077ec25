package io.nearstock.notification;

/** A notification's answer to a command. */
public sealed interface Transition {

    /** It moved on and is to be saved. */
    record Progress(Notification notification) implements Transition {}

    /** It was so already: success for the caller, nothing to save. */
    record Repetition(Notification notification) implements Transition {}

    /** It can no longer be. */
    record Contradiction(String reason) implements Transition {}
}
