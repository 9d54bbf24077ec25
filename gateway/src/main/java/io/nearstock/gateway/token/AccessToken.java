package io.nearstock.gateway.token;

import io.nearstock.gateway.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a token that was signed by account-service says. */
record AccessToken(Caller caller, @Nullable String sessionId, Instant issuedAt, Instant expiresAt) {}
