package io.nearstock.local.launcher.local;

import io.nearstock.local.launcher.part.Part;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Random words that this machine keeps for itself, made at the first start.
 *
 * @param clients by part, what it proves itself with to account-service
 * @param webhook signs the payment provider's callbacks
 * @param passwords by demo user
 */
public record Secrets(Map<String, String> clients, String webhook, Map<String, String> passwords) {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int LENGTH = 24;

    public static Secrets fresh() {
        var random = new SecureRandom();
        var clients = new TreeMap<String, String>();
        for (var part : Part.values()) {
            clients.put(part.partName(), word(random));
        }
        var passwords = new TreeMap<String, String>();
        for (var user : DemoUser.ALL) {
            passwords.put(user.name(), word(random));
        }
        return new Secrets(clients, word(random), passwords);
    }

    private static String word(SecureRandom random) {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .collect(StringBuilder::new, (word, next) -> word.append(ALPHABET.charAt(next)), StringBuilder::append)
                .toString();
    }

    public String client(Part part) {
        return Optional.ofNullable(clients.get(part.partName())).orElseThrow();
    }

    public String password(String user) {
        return Optional.ofNullable(passwords.get(user)).orElseThrow();
    }
}
