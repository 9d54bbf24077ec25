package io.nearstock.deploy.checks;

import static io.nearstock.deploy.checks.Tree.items;
import static io.nearstock.deploy.checks.Tree.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ObservabilityTests {

    private static final JsonNode DASHBOARD = Tree.of("deploy/observability/grafana/dashboards/nearstock.json");
    private static final String RUNBOOK = "docs/operations.md";

    @Test
    void everyAlertSaysWhatToDo() {
        var anchors = Repository.anchors(RUNBOOK).toList();
        assertThat(alerts()).isNotEmpty().allSatisfy(alert -> {
            var runbook = alert.at("/annotations/runbook").asString("").split("#", 2);
            assertThat(runbook).as(alert.path("alert").asString()).hasSize(2).startsWith(RUNBOOK);
            assertThat(anchors).contains(runbook[1]);
        });
    }

    @Test
    void everyServiceIsScraped() {
        var jobs = Tree.of("deploy/observability/prometheus/prometheus.yml").path("scrape_configs");
        var names = items(jobs).flatMap(job -> texts(job.at("/dns_sd_configs/0/names")));
        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Repository.SERVICES.stream(), Stream.of("gateway"))
                        .toList());
    }

    @Test
    void theDashboardAsksTheSourceThatIsProvisioned() {
        var sources = Tree.of("deploy/observability/grafana/provisioning/datasources/prometheus.yml");
        var uid = sources.at("/datasources/0/uid").asString();
        assertThat(DASHBOARD.findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.path("uid").asString()).isEqualTo(uid));
    }

    @Test
    void theDashboardShowsWhatOpsLookAt() {
        assertThat(items(DASHBOARD.path("panels"))
                        .map(panel -> panel.path("title").asString()))
                .contains("Orders per minute", "Outbox lag", "Dead letters", "Circuit breakers", "p99 by route");
    }

    private static List<JsonNode> alerts() {
        return items(Tree.of("deploy/observability/prometheus/alerts.yml").at("/groups/0/rules"))
                .toList();
    }
}
