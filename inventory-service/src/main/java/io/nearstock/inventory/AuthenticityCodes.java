package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.eq;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Codes that say of goods where they come from, signed with Ed25519 (RFC 8032): whoever has not got the key cannot make
 * one. A code can be copied; that it is shown only once is for whoever checks it.
 */
@Component
public class AuthenticityCodes {

    /** What a code says. */
    public record Origin(
            String supplierId,
            String purchaseOrderId,
            String sku,
            @Nullable String lot,
            @Nullable String serial) {}

    /** The key pair, made once and kept in the database. */
    public record Key(@BsonId String id, String secret, String open) {}

    private static final String ALGORITHM = "Ed25519";
    private static final String KEY_ID = "authenticity";
    private static final String SEPARATOR = "\u001f";
    private static final int PARTS = 5;

    private final MongoCollection<Key> keys;
    private volatile @Nullable Key known;

    AuthenticityCodes(MongoDatabase database) {
        keys = database.getCollection("keys", Key.class);
    }

    public String sign(Origin origin) {
        var parts = List.of(
                origin.supplierId(),
                origin.purchaseOrderId(),
                origin.sku(),
                Objects.requireNonNullElse(origin.lot(), ""),
                Objects.requireNonNullElse(origin.serial(), ""));
        var told = String.join(SEPARATOR, parts).getBytes(UTF_8);
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key().secret()))));
            signature.update(told);
            return encode(told) + "." + encode(signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Empty for a code that was forged or mistyped; one that only reads the same is no code, so none has a twin. */
    public Optional<Origin> check(String code) {
        var halves = code.split("\\.", -1);
        if (halves.length != 2) {
            return Optional.empty();
        }
        try {
            var told = Base64.getUrlDecoder().decode(halves[0]);
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key().open()))));
            signature.update(told);
            var signed = Base64.getUrlDecoder().decode(halves[1]);
            var isWritten = code.equals(encode(told) + "." + encode(signed));
            return isWritten && signature.verify(signed) ? origin(told) : Optional.empty();
        } catch (IllegalArgumentException | GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private static Optional<Origin> origin(byte[] told) {
        var parts = new String(told, UTF_8).split(SEPARATOR, -1);
        return parts.length == PARTS
                ? Optional.of(new Origin(parts[0], parts[1], parts[2], given(parts[3]), given(parts[4])))
                : Optional.empty();
    }

    private static @Nullable String given(String part) {
        return part.isEmpty() ? null : part;
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The first instance that needs one makes it; the others find it. */
    private Key key() {
        var key = known;
        if (key == null) {
            key = keys.find(eq("_id", KEY_ID)).first();
            if (key == null) {
                Duplicates.inserted(keys, made());
                key = Objects.requireNonNull(keys.find(eq("_id", KEY_ID)).first());
            }
            known = key;
        }
        return key;
    }

    private static Key made() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            var base64 = Base64.getEncoder();
            return new Key(
                    KEY_ID,
                    base64.encodeToString(pair.getPrivate().getEncoded()),
                    base64.encodeToString(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
