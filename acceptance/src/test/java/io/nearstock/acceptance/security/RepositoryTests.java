package io.nearstock.acceptance.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What git keeps is read by everybody. */
class RepositoryTests {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern KEY_MATERIAL = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"
            + "|\"d\"\\s*:\\s*\"[A-Za-z0-9_-]{80,}\""
            + "|AKIA[0-9A-Z]{16}"
            + "|gh[pousr]_[A-Za-z0-9]{36}"
            + "|xox[abpr]-[A-Za-z0-9-]{10,}"
            + "|sk_live_[A-Za-z0-9]{16,}"
            + "|eyJ[A-Za-z0-9_-]{20,}\\.eyJ[A-Za-z0-9_-]{20,}\\.[A-Za-z0-9_-]{40,}"
            + "|mongodb(\\+srv)?://[^\\s:/@$]+:[^\\s@$<{]{4,}@");

    @Test
    void keepsNoKeyMaterial() throws Exception {
        assertThat(tracked())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(
                                KEY_MATERIAL.matcher(read(file)).results().map(found -> found.group()))
                        .as(file.toString())
                        .isEmpty());
    }

    @Test
    void keepsNoFilesThatHoldSecrets() throws Exception {
        assertThat(tracked())
                .noneMatch(file -> file.toString()
                        .matches(".*(\\.(pem|key|p12|jks|keystore|env)|secrets\\.json|local\\.json|id_rsa|\\.npmrc)"));
    }

    /** The pattern itself is put together here, so that this file does not contain what it looks for. */
    @ParameterizedTest
    @ValueSource(strings = {"-----BEGIN RSA %s-----", "-----BEGIN %s-----", "-----BEGIN OPENSSH %s-----"})
    void wouldFindAKey(String header) {
        assertThat(KEY_MATERIAL.matcher(header.formatted("PRIVATE" + " KEY")).find())
                .isTrue();
    }

    private static List<Path> tracked() throws Exception {
        assumeTrue(Files.exists(ROOT.resolve(".git")), "not a clone");
        var git = new ProcessBuilder("git", "-C", ROOT.toString(), "ls-files", "-z").start();
        var names = new String(git.getInputStream().readAllBytes(), UTF_8);
        assertThat(git.waitFor()).isZero();
        return Stream.of(names.split("\0", -1))
                .filter(name -> !name.isEmpty())
                .map(ROOT::resolve)
                .filter(Files::isRegularFile)
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
