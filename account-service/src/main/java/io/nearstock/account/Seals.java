package io.nearstock.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes tokens that only this service can have made: a text, a dot and its HMAC-SHA256. Nothing of them need be stored,
 * and a token for one purpose is none for another.
 */
@Component
public class Seals {

    private final SecretKeySpec key;

    @Autowired
    Seals(Secrets secrets) {
        this(secrets.get("seal"));
    }

    Seals(byte[] secret) {
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    public String seal(String purpose, String text) {
        return text + "." + mac(purpose, text);
    }

    /** The text of a token that was sealed here for this purpose. */
    public Optional<String> open(String purpose, String token) {
        int dot = token.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        var text = token.substring(0, dot);
        return MessageDigest.isEqual(seal(purpose, text).getBytes(UTF_8), token.getBytes(UTF_8))
                ? Optional.of(text)
                : Optional.empty();
    }

    /** Stands for a text that need not be kept as it is, such as an address that somebody signed in from. */
    public String mask(String text) {
        return mac("mask", text);
    }

    private String mac(String purpose, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var sealed = mac.doFinal((purpose + "\n" + text).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
