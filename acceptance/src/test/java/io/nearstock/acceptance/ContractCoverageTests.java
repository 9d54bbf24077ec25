package io.nearstock.acceptance;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An example in platform/contracts that no producer and no consumer is tested with would protect nobody. */
class ContractCoverageTests {

    private static final Path ROOT = Path.of("..");
    private static final Path CONTRACTS = ROOT.resolve("platform/contracts/src/main/resources/contracts");
    private static final Pattern MARK = Pattern.compile("@(Produces|Consumes)\\(([^)]*)\\)");
    private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"");

    private final Map<String, String> tests = new TreeMap<>();

    record Example(String name, JsonNode entry) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Example> events() {
        return index().propertyStream().map(entry -> new Example(entry.getKey(), entry.getValue()));
    }

    static Stream<String> calls() {
        return names("calls").stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void eachEventIsTestedByWhoeverSaysItAndWhoeverHearsIt(Example event) {
        var producer = event.entry().path("producer").asString();
        assertThat(marked("Produces", producer)).as("tests of %s", producer).contains(event.name());
        for (var consumer : event.entry().path("consumers")) {
            assertThat(marked("Consumes", consumer.asString()))
                    .as("tests of %s", consumer.asString())
                    .contains(event.name());
        }
    }

    /** The tests of both ends name the example; of calls only the module that answers and the one that asks know it. */
    @ParameterizedTest
    @MethodSource("calls")
    void eachCallIsTestedByWhoeverAsksAndWhoeverAnswers(String call) {
        var modules = modules().filter(module -> tests(module).contains("\"" + call + "\""));
        assertThat(modules).as("modules whose tests name %s", call).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void theIndexListsEveryEventThereIs() {
        assertThat(index().propertyNames()).containsExactlyInAnyOrderElementsOf(names("events"));
    }

    private Set<String> marked(String mark, String module) {
        var names = new TreeSet<String>();
        MARK.matcher(tests(module))
                .results()
                .filter(found -> found.group(1).equals(mark))
                .flatMap(found -> NAME.matcher(found.group(2)).results())
                .forEach(name -> names.add(name.group(1)));
        return names;
    }

    private String tests(String module) {
        return tests.computeIfAbsent(module, ContractCoverageTests::read);
    }

    private static String read(String module) {
        var folder = home(module).resolve("src/test/java");
        if (Files.notExists(folder)) {
            return "";
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(ContractCoverageTests::text)
                    .collect(joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path home(String module) {
        return module.startsWith("chassis-") ? ROOT.resolve("platform").resolve(module) : ROOT.resolve(module);
    }

    private static Stream<String> modules() {
        return Stream.concat(
                Stream.of("account", "catalog", "inventory", "order", "recommendation", "notification")
                        .map(name -> name + "-service"),
                Stream.of("deploy/local/sandbox"));
    }

    private static JsonNode index() {
        return new JsonMapper().readTree(CONTRACTS.resolve("index.json"));
    }

    private static List<String> names(String folder) {
        try (var files = Files.list(CONTRACTS.resolve(folder))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
