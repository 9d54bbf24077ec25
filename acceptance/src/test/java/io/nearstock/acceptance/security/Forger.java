package io.nearstock.acceptance.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes tokens as they should not be. */
final class Forger {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Forger() {}

    /** The claims of a good token of this account. */
    static Map<String, Object> claims(String account) {
        var now = Instant.now().getEpochSecond();
        return new TreeMap<>(Map.of(
                "iss",
                "http://nearstock",
                "aud",
                List.of("nearstock"),
                "sub",
                account,
                "iat",
                now - 5,
                "exp",
                now + 280,
                "jti",
                "jti_forged",
                "roles",
                List.of("admin")));
    }

    static Map<String, Object> header(String algorithm, String kid) {
        return new TreeMap<>(Map.of("alg", algorithm, "typ", "at+jwt", "kid", kid));
    }

    static String unsigned(Map<String, Object> header, Map<String, Object> claims) {
        return encoded(header) + "." + encoded(claims);
    }

    static String signed(Map<String, Object> header, Map<String, Object> claims, PrivateKey key) {
        try {
            var text = unsigned(header, claims);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(UTF_8));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** HMAC with a secret that everybody can fetch. */
    static String maced(Map<String, Object> header, Map<String, Object> claims, byte[] secret) {
        try {
            var text = unsigned(header, claims);
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return text + "." + BASE64.encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static KeyPair ownKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static PublicKey publicKey(JsonNode jwk) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static PrivateKey privateKey(JsonNode jwk) {
        try {
            var spec = new RSAPrivateCrtKeySpec(
                    number(jwk, "n"),
                    number(jwk, "e"),
                    number(jwk, "d"),
                    number(jwk, "p"),
                    number(jwk, "q"),
                    number(jwk, "dp"),
                    number(jwk, "dq"),
                    number(jwk, "qi"));
            return KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static BigInteger number(JsonNode jwk, String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(member).asString()));
    }

    private static String encoded(Map<String, Object> part) {
        return BASE64.encodeToString(JSON.writeValueAsBytes(part));
    }
}
