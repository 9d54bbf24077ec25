package io.nearstock.local.sandbox.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of Standard Webhooks 1.0: HMAC-SHA256 over id, timestamp and body. */
final class CallbackSignature {

    private static final String PREFIX = "whsec_";

    private final SecretKeySpec key;

    CallbackSignature(String secret) {
        var bytes = secret.startsWith(PREFIX)
                ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
                : secret.getBytes(UTF_8);
        key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /**
     * Answers the value of the header {@code webhook-signature}.
     *
     * @param timestamp seconds since 1970
     */
    String of(String id, long timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
