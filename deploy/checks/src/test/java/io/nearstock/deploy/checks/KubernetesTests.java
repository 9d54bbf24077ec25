package io.nearstock.deploy.checks;

import static io.nearstock.deploy.checks.Tree.items;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Each name that one object says of another must exist: a cluster takes a selector that finds nobody without a word. */
class KubernetesTests {

    private interface Schema {
        void check(JsonElement object) throws IOException;
    }

    private static final Map<String, Schema> SCHEMAS = Map.of(
            "v1 ConfigMap", V1ConfigMap::validateJsonElement,
            "v1 Namespace", V1Namespace::validateJsonElement,
            "v1 Service", V1Service::validateJsonElement,
            "apps/v1 Deployment", V1Deployment::validateJsonElement,
            "autoscaling/v2 HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement,
            "networking.k8s.io/v1 Ingress", V1Ingress::validateJsonElement,
            "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::validateJsonElement,
            "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement);

    @ParameterizedTest
    @ValueSource(strings = {"development", "production"})
    void everyObjectIsAsItsSchemaSays(String overlay) {
        for (var object : Cluster.of(overlay).objects()) {
            var type = object.path("apiVersion").asString() + " "
                    + object.path("kind").asString();
            var schema = requireNonNull(SCHEMAS.get(type), type);
            assertThatCode(() -> schema.check(JsonParser.parseString(object.toString())))
                    .as("%s %s", type, Cluster.name(object))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production"})
    void everyServiceAndTheGatewayHasItsDeploymentAndIsFound(String overlay) {
        var cluster = Cluster.of(overlay);
        var everybody = Stream.concat(Repository.SERVICES.stream(), Stream.of("gateway"))
                .toList();

        assertThat(cluster.names("Deployment")).containsExactlyInAnyOrderElementsOf(everybody);
        assertThat(cluster.names("Service")).containsExactlyInAnyOrderElementsOf(everybody);
        assertThat(cluster.names("PodDisruptionBudget")).containsExactlyInAnyOrderElementsOf(everybody);
        for (var service : cluster.all("Service").toList()) {
            assertThat(cluster.selected(service.at("/spec/selector")))
                    .extracting(Cluster::name)
                    .containsExactly(Cluster.name(service));
            assertThat(ports(cluster.one("Deployment", Cluster.name(service))))
                    .contains(service.at("/spec/ports/0/targetPort").asString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production"})
    void everySelectorFindsPodsAndEveryTargetExists(String overlay) {
        var cluster = Cluster.of(overlay);

        for (var budget : cluster.all("PodDisruptionBudget").toList()) {
            assertThat(cluster.selected(budget.at("/spec/selector/matchLabels")))
                    .extracting(Cluster::name)
                    .containsExactly(Cluster.name(budget));
        }
        for (var policy : cluster.all("NetworkPolicy").toList()) {
            var pods = cluster.selected(policy.at("/spec/podSelector/matchLabels"));
            assertThat(pods).as(Cluster.name(policy)).isNotEmpty();
            var port = policy.at("/spec/ingress/0/ports/0/port").asString();
            assertThat(pods).allSatisfy(pod -> assertThat(ports(pod)).contains(port));
        }
        for (var scaler : cluster.all("HorizontalPodAutoscaler").toList()) {
            assertThat(cluster.names("Deployment"))
                    .contains(scaler.at("/spec/scaleTargetRef/name").asString());
        }
        for (var ingress : cluster.all("Ingress").toList()) {
            var backend = ingress.at("/spec/rules/0/http/paths/0/backend/service");
            var service = cluster.one("Service", backend.path("name").asString());
            assertThat(service.at("/spec/ports/0/name")).isEqualTo(backend.at("/port/name"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production"})
    void everyPodIsProbedWhereItListensAndRunsWithoutRights(String overlay) {
        var cluster = Cluster.of(overlay);
        for (var deployment : cluster.all("Deployment").toList()) {
            var container = Cluster.container(deployment);
            for (var probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertThat(ports(deployment))
                        .contains(container.path(probe).at("/httpGet/port").asString());
            }
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(container.at("/resources/limits/memory").asString()).isNotEmpty();
            assertThat(volumes(deployment)).containsAll(mounts(container));
            assertThat(deployment
                            .at("/spec/template/spec/securityContext/runAsNonRoot")
                            .asBoolean())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production"})
    void everyImageIsAModuleThatTheDockerfileBuilds(String overlay) {
        for (var deployment : Cluster.of(overlay).all("Deployment").toList()) {
            var image = Cluster.container(deployment).path("image").asString();
            var module = image.replaceFirst("^nearstock/", "").replaceFirst(":.*$", "");
            assertThat(Repository.has(module + "/src/main/resources/application.yaml"))
                    .as(image)
                    .isTrue();
        }
    }

    private static List<String> ports(JsonNode deployment) {
        return named(Cluster.container(deployment).path("ports"));
    }

    private static List<String> volumes(JsonNode deployment) {
        return named(deployment.at("/spec/template/spec/volumes"));
    }

    private static List<String> mounts(JsonNode container) {
        return named(container.path("volumeMounts"));
    }

    private static List<String> named(JsonNode array) {
        return items(array).map(item -> item.path("name").asString()).toList();
    }
}
