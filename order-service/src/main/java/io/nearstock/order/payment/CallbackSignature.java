package io.nearstock.order.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Standard Webhooks 1.0: HMAC-SHA256 over id, timestamp and body, and a timestamp that is recent. */
@Component
final class CallbackSignature {

    private static final String PREFIX = "whsec_";

    private final SecretKeySpec key;
    private final Duration tolerance;

    CallbackSignature(PaymentSettings settings) {
        var secret = settings.webhookSecret();
        var bytes = secret.startsWith(PREFIX)
                ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
                : secret.getBytes(UTF_8);
        key = new SecretKeySpec(bytes, "HmacSHA256");
        tolerance = settings.tolerance();
    }

    /** The header may carry several signatures, while secrets are being changed. */
    boolean isGood(String id, String timestamp, String signatures, String body, Instant now) {
        var expected = ("v1," + sign(id + "." + timestamp + "." + body)).getBytes(UTF_8);
        return isRecent(timestamp, now)
                && Stream.of(signatures.split(" "))
                        .anyMatch(signature -> MessageDigest.isEqual(signature.getBytes(UTF_8), expected));
    }

    private boolean isRecent(String timestamp, Instant now) {
        try {
            var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
            return age.abs().compareTo(tolerance) <= 0;
        } catch (NumberFormatException | ArithmeticException | DateTimeException _) {
            return false;
        }
    }

    private String sign(String content) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
