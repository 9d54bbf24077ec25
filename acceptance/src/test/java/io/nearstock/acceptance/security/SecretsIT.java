package io.nearstock.acceptance.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(RunningStack.class)
class SecretsIT {

    private final World world;

    SecretsIT(World world) {
        this.world = world;
    }

    @Test
    void onlyTheirOwnerReadsThem() throws IOException {
        for (var name : List.of("secrets.json", "local.json")) {
            var file = world.stack().file().resolveSibling(name);
            assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void eachIsAnotherAndNoneIsWrittenDown() throws IOException {
        var secrets = texts(new Inside(world.stack()).secrets()).toList();

        assertThat(secrets)
                .doesNotHaveDuplicates()
                .allSatisfy(secret -> assertThat(secret).hasSizeGreaterThanOrEqualTo(24));
        for (var log : logs()) {
            var text = Files.readString(log, ISO_8859_1);
            assertThat(secrets).as(log.toString()).noneMatch(text::contains);
        }
    }

    private List<Path> logs() throws IOException {
        try (var files = Files.list(world.stack().file().resolveSibling("logs"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isString() ? Stream.of(node.asString()) : node.valueStream().flatMap(SecretsIT::texts);
    }
}
