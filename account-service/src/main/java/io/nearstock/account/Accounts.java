package io.nearstock.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.UpdateOptions;
import io.nearstock.account.Transition.Contradiction;
import io.nearstock.account.Transition.Progress;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import io.nearstock.chassis.web.UnknownIdException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonDocumentWrapper;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** The accounts in MongoDB. An account's change and the messages about it are one write, so neither exists alone. */
@Repository
public class Accounts {

    /** How an attempt to add an account ended. */
    public enum Added {
        ADDED,
        USERNAME_TAKEN,
        EMAIL_TAKEN
    }

    public static final String COLLECTION = "accounts";
    private static final int TRIES = 10;

    private final MongoCollection<Account> accounts;
    private final Announcements announcements;
    private final OutboxRelay relay;

    Accounts(MongoDatabase database, Announcements announcements, OutboxRelay relay) {
        this.accounts = database.getCollection(COLLECTION, Account.class);
        this.announcements = announcements;
        this.relay = relay;
        accounts.createIndex(ascending("usernameKey"), new IndexOptions().unique(true));
        accounts.createIndex(
                ascending("email.verified"), new IndexOptions().unique(true).sparse(true));
        accounts.createIndex(ascending("verification.id"), new IndexOptions().sparse(true));
        accounts.createIndex(ascending("passwordReset.id"), new IndexOptions().sparse(true));
    }

    /**
     * The account of this id.
     *
     * @throws UnknownIdException where there is none, or no longer
     */
    public Account get(String id) {
        return find(id).orElseThrow(() -> new UnknownIdException(id));
    }

    public Optional<Account> find(String id) {
        return find(eq("_id", id));
    }

    /** By username, or by an email address that is known to be the account's. */
    public Optional<Account> byLogin(String login) {
        return login.contains("@") ? byVerifiedEmail(login) : find(eq("usernameKey", key(login)));
    }

    public Optional<Account> byVerifiedEmail(String address) {
        return find(eq("email.verified", Email.key(address)));
    }

    public Optional<Account> byVerification(String proofId) {
        return find(eq("verification.id", proofId));
    }

    public Optional<Account> byPasswordReset(String proofId) {
        return find(eq("passwordReset.id", proofId));
    }

    public Added add(Progress opened) {
        var account = opened.account();
        var document = combine(
                setOnInsert(BsonDocumentWrapper.asBsonDocument(account, accounts.getCodecRegistry())),
                setOnInsert("outbox", entries(opened)));
        try {
            var added = accounts.updateOne(
                    eq("usernameKey", key(account.username())), document, new UpdateOptions().upsert(true));
            if (added.getUpsertedId() == null) {
                return Added.USERNAME_TAKEN;
            }
        } catch (MongoWriteException e) {
            expectDuplicate(e);
            return byLogin(account.username()).isPresent() ? Added.USERNAME_TAKEN : Added.EMAIL_TAKEN;
        }
        relay.nudge(COLLECTION, account.id());
        return Added.ADDED;
    }

    /**
     * Takes an account one step further. When somebody else changes it first, the step decides anew.
     *
     * @throws UnknownIdException where there is none
     */
    public Transition change(String id, Function<Account, Transition> step) {
        for (int i = 0; i < TRIES; i++) {
            var transition = step.apply(get(id));
            if (!(transition instanceof Progress progress)) {
                return transition;
            }
            try {
                if (save(progress)) {
                    return progress;
                }
            } catch (MongoWriteException e) {
                expectDuplicate(e);
                return new Contradiction("the email has become another account's");
            }
        }
        throw new IllegalStateException("the account changes too often");
    }

    private boolean save(Progress progress) {
        var account = progress.account();
        var changes = new ArrayList<Bson>(List.of(
                set("email", account.email()),
                set("passwordHash", account.passwordHash()),
                set("profile", account.profile()),
                set("version", account.version()),
                set("messages", account.messages()),
                pushEach("outbox", entries(progress))));
        if (account.verification() != null) {
            changes.add(set("verification", account.verification()));
        }
        if (account.passwordReset() != null) {
            changes.add(set("passwordReset", account.passwordReset()));
        }
        if (account.sessionsEnd() != null) {
            changes.add(set("sessionsEnd", account.sessionsEnd()));
        }
        var unchanged = and(eq("_id", account.id()), eq("version", account.version() - 1));
        var saved = accounts.updateOne(unchanged, combine(changes)).getModifiedCount() == 1;
        if (saved && !progress.events().isEmpty()) {
            relay.nudge(COLLECTION, account.id());
        }
        return saved;
    }

    private List<OutboxEntry> entries(Progress progress) {
        var account = progress.account();
        return announcements.of(
                account.id(), account.messages() - progress.events().size(), progress.events());
    }

    private Optional<Account> find(Bson filter) {
        return Optional.ofNullable(accounts.find(filter).first());
    }

    private static void expectDuplicate(MongoWriteException failure) {
        if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
            throw failure;
        }
    }

    private static String key(String username) {
        return username.toLowerCase(Locale.ROOT);
    }
}
