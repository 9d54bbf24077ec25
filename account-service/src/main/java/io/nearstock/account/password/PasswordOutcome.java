package io.nearstock.account.password;

/** How an attempt to set a new password ended. */
sealed interface PasswordOutcome {

    record Changed() implements PasswordOutcome {}

    record PasswordWeak(String objection) implements PasswordOutcome {}

    /** The token, or the old password, is not the right one. */
    record Refused() implements PasswordOutcome {}
}
