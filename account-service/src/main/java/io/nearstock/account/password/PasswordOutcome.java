package io.nearstock.account.password;

import java.time.Duration;

/** How an attempt to set a new password ended. */
sealed interface PasswordOutcome {

    record Changed() implements PasswordOutcome {}

    record PasswordWeak(String objection) implements PasswordOutcome {}

    record TooManyTries(Duration delay) implements PasswordOutcome {}

    /** The token, or the old password, is not the right one. */
    record Refused() implements PasswordOutcome {}
}
