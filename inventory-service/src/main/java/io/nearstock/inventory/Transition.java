package io.nearstock.inventory;

/** A hold's answer to a command. */
public sealed interface Transition {

    /** The hold moves on, once the change from the one to the other is stored. */
    record Progress(Hold from, Hold to) implements Transition {

        boolean isFirst() {
            return from.version() == 0;
        }
    }

    /** It was so already: success for the caller, nothing to store. */
    record Repetition(Hold hold) implements Transition {}

    /** Stock that an earlier command set in motion is still on its way: try again. */
    record Busy() implements Transition {}

    /** It can no longer be, or not yet. */
    record Contradiction(String code, String detail) implements Transition {}
}
