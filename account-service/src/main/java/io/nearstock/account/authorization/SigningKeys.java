package io.nearstock.account.authorization;

import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The RSA keys that sign access tokens, shared by all instances through the database. The newest signs; an older one is
 * published until no token of its can be alive. The first instance that starts makes the first key.
 */
@Component
final class SigningKeys implements JWKSource<SecurityContext> {

    private record Known(JWKSet keys, Instant read) {}

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final MongoCollection<Document> stored;
    private final Duration retention;
    private final Clock clock;
    private volatile @Nullable Known known;

    SigningKeys(MongoDatabase database, AuthorizationSettings settings, Clock clock) {
        this.stored = database.getCollection("signingKeys");
        this.retention = settings.keyRetention();
        this.clock = clock;
        if (stored.find().first() == null) {
            add(1);
        }
    }

    /** Newest first. */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(current());
    }

    /** Makes the next key, which signs from now on, and answers its id. */
    String rotate() {
        var newest = stored.find().sort(descending("number")).first();
        int number = (newest == null ? 0 : newest.getInteger("number")) + 1;
        add(number);
        known = null;
        return id(number);
    }

    private JWKSet current() {
        var now = clock.instant();
        var held = known;
        if (held == null || !now.isBefore(held.read().plus(FRESH))) {
            held = new Known(published(now), now);
            known = held;
        }
        return held.keys();
    }

    private JWKSet published(Instant now) {
        var keys = new ArrayList<JWK>();
        var succeeded = Instant.MAX;
        for (var key : stored.find().sort(descending("number"))) {
            if (succeeded.equals(Instant.MAX) || now.isBefore(succeeded.plus(retention))) {
                keys.add(parse(key.getString("jwk")));
            }
            succeeded = key.get("createdAt", Date.class).toInstant();
        }
        return new JWKSet(keys);
    }

    /** Two instances that make the same key at a time agree on the one that was stored first. */
    private void add(int number) {
        var key = new Document("_id", id(number))
                .append("number", number)
                .append("createdAt", clock.instant())
                .append("jwk", generate(id(number)));
        try {
            stored.insertOne(key);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private static String id(int number) {
        return "k" + number;
    }

    private static String generate(String id) {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWK parse(String jwk) {
        try {
            return JWK.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("a stored key cannot be read", e);
        }
    }
}
