package io.nearstock.account;

import io.nearstock.account.AccountEvent.AccountRegistered;
import io.nearstock.account.AccountEvent.PasswordResetRequested;
import io.nearstock.account.AccountEvent.SessionRevoked;
import io.nearstock.account.AccountEvent.VerificationRequested;
import io.nearstock.account.Transition.Contradiction;
import io.nearstock.account.Transition.Progress;
import io.nearstock.account.Transition.Repetition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in. A value: a transition answers with the account's next version.
 *
 * @param username as it was chosen; unique whatever its case
 * @param passwordHash Argon2id in PHC format
 * @param messages how many events the account has caused
 */
public record Account(
        @BsonId String id,
        String username,
        Email email,
        String passwordHash,
        Access access,
        Profile profile,
        @Nullable Proof verification,
        @Nullable Proof passwordReset,
        @Nullable SessionsEnd sessionsEnd,
        Instant createdAt,
        long version,
        long messages) {

    /** A customer signs up; the email is only claimed until the verification is answered. */
    public static Progress register(
            String id, String username, String email, String hash, Profile profile, Proof verification) {
        var now = verification.askedAt();
        var account = new Account(
                id,
                username,
                Email.claimed(email),
                hash,
                Access.CUSTOMER,
                profile,
                verification,
                null,
                null,
                now,
                0,
                0);
        return account.progress(new AccountRegistered(id, now), new VerificationRequested(id, verification.id(), now));
    }

    /** Somebody in charge opens an account for another, and vouches for the email. */
    public static Progress open(
            String id, String username, String email, String hash, Access access, Profile profile, Instant now) {
        var account = new Account(id, username, Email.known(email), hash, access, profile, null, null, null, now, 0, 0);
        return account.progress(new AccountRegistered(id, now));
    }

    public Transition verifyEmail(String proofId, Instant now) {
        if (verification == null || !verification.id().equals(proofId)) {
            return new Contradiction("another question was asked since");
        }
        if (email.isVerified()) {
            return new Repetition(this);
        }
        return verification.isOpen(now)
                ? with(Email.known(email.address()), verification.spent()).progress()
                : new Contradiction("the time to answer is over");
    }

    /** Asks again for the answer that never came, with a new question; not while the last one is that young. */
    public Transition requestVerification(Proof question, Duration pause) {
        var now = question.askedAt();
        var young = verification != null && verification.askedAt().plus(pause).isAfter(now);
        return email.isVerified() || young
                ? new Repetition(this)
                : with(email, question).progress(new VerificationRequested(id, question.id(), now));
    }

    /** Asks whoever reads the account's mail; not again while the last question is that young. */
    public Transition requestPasswordReset(String proofId, Duration life, Duration pause, Instant now) {
        if (!email.isVerified()) {
            return new Contradiction("nobody knows whose address it is");
        }
        if (passwordReset != null && passwordReset.askedAt().plus(pause).isAfter(now)) {
            return new Repetition(this);
        }
        return withReset(Proof.asked(proofId, now, life)).progress(new PasswordResetRequested(id, proofId, now));
    }

    /** Sets a password and ends every session, as the old password may be in wrong hands. */
    public Transition resetPassword(String proofId, String hash, Instant now) {
        if (passwordReset == null || !passwordReset.id().equals(proofId) || !passwordReset.isOpen(now)) {
            return new Contradiction("the question is answered, replaced or too old");
        }
        return withReset(passwordReset.spent())
                .withPassword(hash, new SessionsEnd(now, null))
                .progress(new SessionRevoked(id, null, now));
    }

    /** Sets a password and ends every session but the one that asks. */
    public Progress changePassword(String hash, @Nullable String session, List<String> otherSessions, Instant now) {
        var ended = otherSessions.stream()
                .<AccountEvent>map(other -> new SessionRevoked(id, other, now))
                .toArray(AccountEvent[]::new);
        return withPassword(hash, new SessionsEnd(now, session)).progress(ended);
    }

    /** Only as the owner has last seen it. */
    public Transition describe(Profile profile, long seen) {
        return seen == version ? withProfile(profile).progress() : new Contradiction("changed since it was read");
    }

    public boolean hasEnded(Session session) {
        return sessionsEnd != null && sessionsEnd.covers(session);
    }

    private Progress progress(AccountEvent... events) {
        var next = new Account(
                id,
                username,
                email,
                passwordHash,
                access,
                profile,
                verification,
                passwordReset,
                sessionsEnd,
                createdAt,
                version + 1,
                messages + events.length);
        return new Progress(next, List.of(events));
    }

    private Account with(Email email, @Nullable Proof verification) {
        return with(email, passwordHash, profile, verification, passwordReset, sessionsEnd);
    }

    private Account withReset(Proof passwordReset) {
        return with(email, passwordHash, profile, verification, passwordReset, sessionsEnd);
    }

    private Account withPassword(String passwordHash, SessionsEnd sessionsEnd) {
        return with(email, passwordHash, profile, verification, passwordReset, sessionsEnd);
    }

    private Account withProfile(Profile profile) {
        return with(email, passwordHash, profile, verification, passwordReset, sessionsEnd);
    }

    private Account with(
            Email email,
            String passwordHash,
            Profile profile,
            @Nullable Proof verification,
            @Nullable Proof passwordReset,
            @Nullable SessionsEnd sessionsEnd) {
        return new Account(
                id,
                username,
                email,
                passwordHash,
                access,
                profile,
                verification,
                passwordReset,
                sessionsEnd,
                createdAt,
                version,
                messages);
    }
}
