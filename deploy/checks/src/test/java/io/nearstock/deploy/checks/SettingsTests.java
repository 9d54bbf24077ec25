package io.nearstock.deploy.checks;

import static io.nearstock.deploy.checks.Cluster.container;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A variable that nobody reads is a misspelt one, and one that is read without a default must be set. */
class SettingsTests {

    private static final Pattern READ = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)[:}]");
    private static final Pattern REQUIRED = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");
    private static final Set<String> OF_SPRING = Set.of("SPRING_CONFIG_IMPORT", "SPRING_PROFILES_ACTIVE");

    @TempDir
    private Path secrets;

    @BeforeEach
    void makeSecrets() {
        Repository.run(Map.of(), "sh", "deploy/compose/secrets.sh", secrets.toString());
    }

    @Test
    void composeSetsWhatIsReadAndAllThatIsNeeded() {
        Compose.ourOwn().forEach((name, service) -> {
            var settings = Repository.settings(Compose.module(service)) + service.path("environment");
            var given = given(name, service.path("environment"));
            assertThat(found(READ, settings)).as(name).containsAll(given);
            assertThat(given).as(name).containsAll(found(REQUIRED, settings));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production"})
    void kubernetesSetsWhatIsReadAndAllThatIsNeeded(String overlay) {
        var cluster = Cluster.of(overlay);
        var variables = cluster.one("ConfigMap", "nearstock").path("data");
        var somebody = new TreeSet<>(OF_SPRING);
        for (var deployment : cluster.all("Deployment").toList()) {
            var name = Cluster.name(deployment);
            var settings = Repository.settings(name);
            assertThat(given(name, variables)).as(name).containsAll(found(REQUIRED, settings));
            somebody.addAll(found(READ, settings));
        }
        assertThat(somebody).containsAll(variables.propertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production"})
    void everyPodReadsTheMapAndTheSecretOfItsName(String overlay) {
        var cluster = Cluster.of(overlay);
        for (var deployment : cluster.all("Deployment").toList()) {
            var sources = container(deployment).path("envFrom");
            assertThat(cluster.names("ConfigMap"))
                    .contains(sources.at("/0/configMapRef/name").asString());
            var secret = sources.at("/1/secretRef/name").asString("");
            assertThat(secret).isEqualTo(secretsOf(Cluster.name(deployment)).isEmpty() ? "" : Cluster.name(deployment));
        }
    }

    /** What is there already belongs to stored data. */
    @Test
    void secretsAreMadeOnce() {
        var first = Repository.run(Map.of(), "grep", "-r", "", secrets.toString());
        makeSecrets();
        assertThat(Repository.run(Map.of(), "grep", "-r", "", secrets.toString()))
                .isEqualTo(first)
                .contains("order-service/PAYMENT_WEBHOOK_SECRET");
    }

    private Set<String> given(String name, JsonNode environment) {
        var given = new TreeSet<>(environment.propertyNames());
        given.addAll(secretsOf(name));
        given.removeAll(OF_SPRING);
        return given;
    }

    private Set<String> secretsOf(String reader) {
        var files = secrets.resolve(reader).toFile().list();
        return files == null ? Set.of() : new TreeSet<>(Arrays.asList(files));
    }

    private static Set<String> found(Pattern variable, String text) {
        var names = new TreeSet<String>();
        variable.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }
}
