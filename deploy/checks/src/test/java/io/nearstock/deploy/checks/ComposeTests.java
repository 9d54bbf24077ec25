package io.nearstock.deploy.checks;

import static io.nearstock.deploy.checks.Tree.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ComposeTests {

    @Test
    void theFileIsAsTheComposeSpecificationSays() throws IOException {
        assertThat(schema().validate(Compose.FILE)).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsMisspelt() throws IOException {
        var misspelt = Tree.documents("services: { kafka: { image: apache/kafka, enviroment: {} } }");
        assertThat(schema().validate(misspelt.getFirst())).isNotEmpty();
    }

    @Test
    void everyNameThatAServiceSaysExists() {
        var services = Compose.services();
        services.forEach((name, service) -> {
            assertThat(services.keySet())
                    .as(name)
                    .containsAll(service.path("depends_on").propertyNames());
            texts(service.path("volumes")).forEach(ComposeTests::assertSourceExists);
        });
    }

    @Test
    void everyImageOfOursIsBuiltFromAModule() {
        assertThat(Compose.ourOwn()).hasSize(9).allSatisfy((_, service) -> {
            assertThat(Repository.has(Compose.module(service) + "/pom.xml")).isTrue();
            assertThat(service.path("cap_drop").path(0).asString()).isEqualTo("ALL");
        });
    }

    @Test
    void everyOtherImageHasAVersion() {
        var others = Compose.services();
        others.keySet().removeAll(Compose.ourOwn().keySet());
        assertThat(others)
                .isNotEmpty()
                .allSatisfy((_, service) ->
                        assertThat(service.path("image").asString()).matches("[a-z/-]+:v?\\d.*"));
    }

    @Test
    void portsAreOpenToThisMachineOnly() {
        assertThat(Compose.services().values())
                .allSatisfy(service -> assertThat(texts(service.path("ports")))
                        .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:")));
    }

    private static void assertSourceExists(String volume) {
        var source = volume.substring(0, volume.indexOf(':'));
        if (source.startsWith("./")) {
            assertThat(Repository.has(source)).as(source).isTrue();
        } else {
            assertThat(Compose.FILE.path("volumes").propertyNames()).contains(source);
        }
    }

    private static com.networknt.schema.Schema schema() throws IOException {
        try (var text = ComposeTests.class.getResourceAsStream("/compose-spec.json")) {
            var json = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                    .getSchema(json);
        }
    }
}
