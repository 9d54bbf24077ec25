package io.nearstock.acceptance;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An alert on a metric that nobody exports never comes, and a panel of one looks like peace. */
@ExtendWith(RunningStack.class)
class MetricsIT {

    private static final Path OBSERVABILITY = Path.of("..", "deploy", "observability");
    private static final Pattern RULE = Pattern.compile("expr: (?:>-\\n)?((?:.|\\n ++(?!for:|labels:))*)");
    private static final Pattern METRIC = Pattern.compile("\\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?=[{\\[)])");

    /** Prometheus' own, and those of the gateway: it shows none on the port that customers reach. */
    private static final Pattern ELSEWHERE = Pattern.compile("up|spring_cloud_gateway_.*");

    private final World world;

    MetricsIT(World world) {
        this.world = world;
    }

    @Test
    void everyMetricOfDashboardAndAlertsIsExported() throws IOException {
        world.newCustomer().buy(Map.of(world.newGood(1000, 5).sku(), 1));

        var wanted = wanted();
        var exported = exported();

        assertThat(wanted).hasSizeGreaterThan(5);
        assertThat(wanted).allSatisfy(metric -> assertThat(exported).containsPattern("(?m)^" + metric + "[{ ]"));
    }

    private static Set<String> wanted() throws IOException {
        var dashboard = new JsonMapper().readTree(OBSERVABILITY.resolve("grafana/dashboards/nearstock.json"));
        var panels = dashboard.findValuesAsString("expr").stream();
        var rules = RULE.matcher(Files.readString(OBSERVABILITY.resolve("prometheus/alerts.yml")))
                .results()
                .map(rule -> rule.group(1));
        return Stream.concat(panels, rules)
                .map(expression -> expression.replaceAll("\"[^\"]*\"", ""))
                .flatMap(expression -> METRIC.matcher(expression).results())
                .map(metric -> metric.group())
                .filter(metric -> !ELSEWHERE.matcher(metric).matches())
                .collect(toCollection(TreeSet::new));
    }

    /** What all services show Prometheus, one after the other. */
    private String exported() {
        return world.stack().local().path("services").properties().stream()
                .filter(part -> part.getKey().endsWith("-service"))
                .map(part -> part.getValue().path("url"))
                .map(JsonNode::asString)
                .map(URI::create)
                .map(address -> world.everybody().at(address).get("/actuator/prometheus"))
                .map(answer -> answer.is(200).raw())
                .collect(joining("\n"));
    }
}
