package io.nearstock.local.launcher.part;

import static io.nearstock.local.launcher.part.PartFixtures.EVERYTHING_LOCAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StartPlanTests {

    @Test
    void startsEverythingWhenNothingRuns() {
        var plan = StartPlan.of(EVERYTHING_LOCAL, Set.of(), _ -> true);

        assertThat(plan.starts())
                .isEqualTo(Arrays.stream(Part.values()).map(Instance::first).toList());
        assertThat(plan.unbuilt()).isEmpty();
    }

    @Test
    void startsOnlyWhatDoesNotRun() {
        var running = List.of(Instance.first(Part.DATABASE), Instance.first(Part.GATEWAY));

        var plan = StartPlan.of(EVERYTHING_LOCAL, running, _ -> true);

        assertThat(plan.starts()).doesNotContainAnyElementsOf(running).hasSize(Part.values().length - 2);
    }

    @Test
    void startsTheFirstInstanceThoughTheSecondRuns() {
        var plan = StartPlan.of(EVERYTHING_LOCAL, List.of(new Instance(Part.ORDER, 2)), _ -> true);

        assertThat(plan.starts()).contains(Instance.first(Part.ORDER));
    }

    @Test
    void leavesOutWhatARealOneReplaces() {
        var settings = StackSettings.of(Map.of(
                "MONGODB_URI", "mongodb://elsewhere",
                "KAFKA_BOOTSTRAP_SERVERS", "elsewhere:9092",
                "SMTP_URL", "smtp://elsewhere",
                "PAYMENT_URL", "https://elsewhere"));

        var plan = StartPlan.of(settings, Set.of(), _ -> true);

        assertThat(plan.starts()).extracting(Instance::part).doesNotContain(Part.DATABASE, Part.BROKER, Part.SANDBOX);
        assertThat(plan.needs(Instance.first(Part.ORDER))).containsExactly(Instance.first(Part.DISCOVERY));
    }

    @Test
    void keepsTheSandboxAsLongAsItIsTheMailServerOrThePaymentProvider() {
        var settings = StackSettings.of(Map.of("SMTP_URL", "smtp://elsewhere"));

        assertThat(StartPlan.of(settings, Set.of(), _ -> true).starts()).contains(Instance.first(Part.SANDBOX));
    }

    @Test
    void tellsWhatIsNotBuilt() {
        var plan = StartPlan.of(EVERYTHING_LOCAL, Set.of(), part -> part != Part.CATALOG);

        assertThat(plan.unbuilt()).containsExactly(Part.CATALOG);
        assertThat(plan.starts()).doesNotContain(Instance.first(Part.CATALOG));
    }

    @Test
    void neverNeedsWhatStartsLater() {
        var plan = StartPlan.of(EVERYTHING_LOCAL, Set.of(), _ -> true);

        for (var instance : plan.starts()) {
            var before = plan.starts().subList(0, plan.starts().indexOf(instance));
            assertThat(before).containsAll(plan.needs(instance));
        }
    }
}
