package io.nearstock.account;

import java.util.List;

/** An account's answer to a command. */
public sealed interface Transition {

    /** The account moved on; all parts are saved together. */
    record Progress(Account account, List<AccountEvent> events) implements Transition {}

    /** It was so already: success for the caller, nothing to save. */
    record Repetition(Account account) implements Transition {}

    /** It can no longer be, or not yet. */
    record Contradiction(String reason) implements Transition {}
}
