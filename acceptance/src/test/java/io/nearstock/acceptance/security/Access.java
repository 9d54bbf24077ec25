package io.nearstock.acceptance.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may call an operation.
 *
 * @param own whether it is about one object that only its owner and staff may know of
 */
public record Access(Set<Role> roles, boolean own) {

    private static final Path FILE = Path.of("src", "test", "resources", "security", "access.txt");

    /** By the operation's name. */
    public static Map<String, Access> ofEveryOperation() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s+"))
                    .collect(Collectors.toMap(
                            words -> words[0] + " " + words[1],
                            words -> of(Arrays.asList(words).subList(2, words.length))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Access of(List<String> words) {
        return new Access(words.stream().flatMap(Role::named).collect(Collectors.toSet()), words.contains("own"));
    }
}
