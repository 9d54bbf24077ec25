package io.nearstock.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** NIST SP 800-63B: long enough, not one that everybody tries first, not the name itself; no rules of composition. */
@Component
public class PasswordRules {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 256;

    private final Set<String> common = common();

    /** What is wrong with a password, in words for its owner. */
    public Optional<String> objection(String password, String username, String email) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("A password has " + SHORTEST + " to " + LONGEST + " characters.");
        }
        var lower = password.toLowerCase(Locale.ROOT);
        if (common.contains(lower)) {
            return Optional.of("This password is one of those that are tried first.");
        }
        var names = Stream.of(username, email, email.substring(0, Math.max(0, email.indexOf('@'))));
        return names.anyMatch(lower::equalsIgnoreCase)
                ? Optional.of("A password must not be the name or the email of its account.")
                : Optional.empty();
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
