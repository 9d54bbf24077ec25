package io.nearstock.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * NIST SP 800-63B: long enough, not one that everybody tries first, not made of the account's or the shop's own name; no
 * rules of composition. It is judged as it will be hashed, in Unicode's form NFKC.
 */
@Component
public class PasswordRules {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 256;
    private static final int SHORTEST_NAME = 3;
    private static final String SHOP = "nearstock";

    private final Set<String> common = common();

    /** What is wrong with a password, in words for its owner. */
    public Optional<String> objection(String password, String username, String email) {
        var normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
        var length = normal.codePointCount(0, normal.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("A password has " + SHORTEST + " to " + LONGEST + " characters.");
        }
        var lower = normal.toLowerCase(Locale.ROOT);
        if (common.contains(lower)) {
            return Optional.of("This password is one of those that are tried first.");
        }
        return names(username, email).anyMatch(name -> isMadeOf(name, lower))
                ? Optional.of("A password must not be made of the name or the email of its account.")
                : Optional.empty();
    }

    private static Stream<String> names(String username, String email) {
        return Stream.of(SHOP, username, email, email.substring(0, Math.max(0, email.indexOf('@'))));
    }

    /** Whether too little is left without the name to be a password by itself: {@code ada.lovelace1}. */
    private static boolean isMadeOf(String name, String lower) {
        var key = name.toLowerCase(Locale.ROOT);
        return key.length() >= SHORTEST_NAME
                && lower.contains(key)
                && lower.replace(key, "").length() < SHORTEST / 2;
    }

    private static Set<String> common() {
        try (var lines = new ClassPathResource("common-passwords.txt").getInputStream()) {
            return new String(lines.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
