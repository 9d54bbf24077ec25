package io.nearstock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An example in platform/contracts that no producer and no consumer is tested with would protect nobody. */
class ContractCoverageTests {

    private static final Path ROOT = Path.of("..");
    private static final Path CONTRACTS = ROOT.resolve("platform/contracts/src/main/resources/contracts");

    record Example(String name, JsonNode entry) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Example> examples() {
        return new JsonMapper()
                .readTree(CONTRACTS.resolve("index.json"))
                .propertyStream()
                .map(entry -> new Example(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isProducedAndConsumedByTests(Example example) {
        var producer = example.entry().path("producer").asString();
        assertThat(testsOf(producer)).anyMatch(test -> test.contains("@Produces(\"" + example.name() + "\")"));
        for (var consumer : example.entry().path("consumers")) {
            assertThat(testsOf(consumer.asString()))
                    .as("tests of %s", consumer.asString())
                    .anyMatch(test -> test.contains("@Consumes(\"" + example.name() + "\")"));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isListedWithAFile(Example example) {
        assertThat(List.of("events", "calls"))
                .anyMatch(folder -> Files.exists(CONTRACTS.resolve(folder + "/" + example.name() + ".json")));
    }

    private static List<String> testsOf(String module) {
        var home = module.startsWith("chassis-") ? ROOT.resolve("platform").resolve(module) : ROOT.resolve(module);
        var folder = home.resolve("src/test/java");
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(ContractCoverageTests::text)
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError("no tests of " + module, unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
