package io.nearstock.deploy.checks;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** While a service is upgraded its old and its new instances share topics: what was once said must go on being said. */
class ContractHistoryTests {

    private static final Path NOW = Path.of("platform/contracts/src/main/resources/contracts");
    private static final Path HISTORY = Path.of("platform/contracts/history");

    static Stream<Path> everyExampleOfEveryVersion() {
        return files(HISTORY).filter(file -> !file.endsWith("index.json"));
    }

    static Stream<Path> everyIndex() {
        return files(HISTORY).filter(file -> file.endsWith("index.json"));
    }

    @ParameterizedTest
    @MethodSource("everyExampleOfEveryVersion")
    void whatAVersionSaidIsStillSaid(Path old) {
        var now = NOW.resolve(HISTORY.relativize(old).subpath(1, 3));

        assertThat(Repository.has(now.toString())).as("%s is still there", now).isTrue();
        assertThat(shape(now)).as("%s keeps every member and its type", now).containsAll(shape(old));
    }

    @ParameterizedTest
    @MethodSource("everyIndex")
    void anEventKeepsItsTopicAndWhoSaysIt(Path old) {
        var now = Tree.of(NOW.resolve("index.json").toString());
        Tree.of(old.toString()).properties().forEach(event -> {
            var entry = now.path(event.getKey());
            assertThat(entry.path("topic"))
                    .as(event.getKey())
                    .isEqualTo(event.getValue().path("topic"));
            assertThat(entry.path("producer"))
                    .as(event.getKey())
                    .isEqualTo(event.getValue().path("producer"));
        });
    }

    @Test
    void aMemberThatIsMissingOrOfAnotherTypeIsNoticed() {
        var old = shapeOf("{id: a, lines: [{sku: b, quantity: 1}], total: {amount: 5}}");

        assertThat(shapeOf("{id: a, lines: [{sku: b, quantity: 1, more: x}], total: {amount: 5}, note: c}"))
                .containsAll(old);
        assertThat(shapeOf("{id: a, lines: [{sku: b, quantity: '1'}], total: {amount: 5}}"))
                .doesNotContain("/lines/*/quantity number");
        assertThat(shapeOf("{id: a, lines: [{sku: b, quantity: 1}], total: 5}"))
                .doesNotContain("/total object", "/total/amount number");
    }

    private static Set<String> shape(Path example) {
        return shape("", Tree.of(example.toString())).collect(toCollection(TreeSet::new));
    }

    private static Set<String> shapeOf(String yaml) {
        return shape("", Tree.documents(yaml).getFirst()).collect(toCollection(TreeSet::new));
    }

    /** Each member with its type; the items of an array count as one. What is null says nothing of its type. */
    private static Stream<String> shape(String pointer, JsonNode node) {
        if (node.isNull()) {
            return Stream.empty();
        }
        var own = Stream.of(pointer + " " + node.getNodeType().name().toLowerCase(java.util.Locale.ROOT));
        var below = node.isArray()
                ? node.valueStream().flatMap(item -> shape(pointer + "/*", item))
                : node.propertyStream().flatMap(member -> shape(pointer + "/" + member.getKey(), member.getValue()));
        return Stream.concat(own, below);
    }

    private static Stream<Path> files(Path folder) {
        try (var files = Files.walk(Repository.ROOT.resolve(folder))) {
            return files.filter(Files::isRegularFile).map(Repository.ROOT::relativize).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
