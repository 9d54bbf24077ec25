package io.nearstock.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to an account or a session. Others hear of it, so it names nobody. */
public sealed interface AccountEvent {

    String accountId();

    Instant at();

    record AccountRegistered(String accountId, Instant at) implements AccountEvent {}

    record VerificationRequested(String accountId, String requestId, Instant at) implements AccountEvent {}

    record PasswordResetRequested(String accountId, String requestId, Instant at) implements AccountEvent {}

    /** A session ended, or, without a session id, all sessions of the account. */
    record SessionRevoked(String accountId, @Nullable String sessionId, Instant at) implements AccountEvent {}
}
