package io.nearstock.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import io.nearstock.account.ThrottleSettings.Limit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: failures are counted for a login from one address, for a login, and for an address. Each limit
 * grants some free and then doubles a wait, up to a longest one. Where somebody has signed in before, what others guess at
 * the same login elsewhere counts for nothing, so that guessing from many addresses locks no owner out. Only seals of
 * logins and addresses are stored.
 */
@Component
public final class Throttle {

    /** One attempt: the keys that it counts under, each with its limit. */
    public static final class Tries {

        private final String pair;
        private final String login;
        private final Map<String, Limit> limits;

        private Tries(String pair, String login, Map<String, Limit> limits) {
            this.pair = pair;
            this.login = login;
            this.limits = limits;
        }
    }

    private final MongoCollection<Document> failures;
    private final Seals seals;
    private final ThrottleSettings settings;
    private final Clock clock;

    Throttle(MongoDatabase database, Seals seals, ThrottleSettings settings, Clock clock) {
        this.failures = database.getCollection("failures");
        this.seals = seals;
        this.settings = settings;
        this.clock = clock;
        failures.createIndex(ascending("forgetAt"));
    }

    public Tries tries(String login, String client) {
        var name = login.toLowerCase(Locale.ROOT);
        var pair = seals.mask("pair\n" + name + "\n" + client);
        var anywhere = seals.mask("login\n" + name);
        return new Tries(
                pair,
                anywhere,
                Map.of(
                        pair,
                        settings.pair(),
                        anywhere,
                        settings.login(),
                        seals.mask("client\n" + client),
                        settings.client()));
    }

    /** Zero where the attempt may be made now. */
    public Duration delay(Tries tries, Instant now) {
        var found = failures.find(in("_id", tries.limits.keySet())).into(new ArrayList<>());
        var known = found.stream().anyMatch(entry -> isKnown(entry, tries, now));
        return found.stream()
                .filter(entry -> !known || !entry.getString("_id").equals(tries.login))
                .map(entry -> Duration.between(now, instant(entry, "waitUntil")))
                .filter(Duration::isPositive)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static boolean isKnown(Document entry, Tries tries, Instant now) {
        return entry.getString("_id").equals(tries.pair) && now.isBefore(instant(entry, "knownUntil"));
    }

    public void count(Tries tries, Instant now) {
        tries.limits.forEach((key, limit) -> count(key, limit, now));
    }

    private void count(String key, Limit limit, Instant now) {
        var options = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        var forgetAt = max("forgetAt", now.plus(limit.memory()));
        forgetIfOld(key, now);
        var counted = failures.findOneAndUpdate(eq("_id", key), combine(inc("count", 1L), forgetAt), options);
        long count = counted == null ? 1 : counted.getLong("count");
        failures.updateOne(eq("_id", key), set("waitUntil", now.plus(limit.waitAfter(count))));
    }

    /** The right password: failures from here are forgotten, and the place is known for a while. */
    public void trust(Tries tries, Instant now) {
        var until = now.plus(settings.known());
        var known = combine(set("count", 0L), set("waitUntil", now), set("knownUntil", until), set("forgetAt", until));
        failures.updateOne(eq("_id", tries.pair), known, new UpdateOptions().upsert(true));
    }

    private void forgetIfOld(String key, Instant now) {
        failures.deleteOne(and(eq("_id", key), lt("forgetAt", now)));
    }

    @Scheduled(fixedDelay = 10, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void forgetExpired() {
        failures.deleteMany(lt("forgetAt", clock.instant()));
    }

    private static Instant instant(Document document, String field) {
        var date = document.get(field, Date.class);
        return date == null ? Instant.EPOCH : date.toInstant();
    }
}
