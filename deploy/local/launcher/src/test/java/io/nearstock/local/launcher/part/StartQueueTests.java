package io.nearstock.local.launcher.part;

import static io.nearstock.local.launcher.part.PartFixtures.EVERYTHING_LOCAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StartQueueTests {

    private final StartPlan plan = StartPlan.of(EVERYTHING_LOCAL, Set.of(), _ -> true);
    private final StartQueue queue = new StartQueue(plan);

    @Test
    void handsOutEverythingInThePlansOrderWhenEachIsReadyAtOnce() throws Exception {
        var started = new ArrayList<Instance>();
        for (var next = queue.next(); next.isPresent(); next = queue.next()) {
            started.add(next.get());
            queue.ready(next.get());
        }

        assertThat(started).isEqualTo(plan.starts());
    }

    @Test
    void makesAWorkerWaitUntilWhatAServiceNeedsIsReady() throws Exception {
        for (var i = 0; i < 4; i++) {
            queue.next();
        }
        try (var worker = Executors.newVirtualThreadPerTaskExecutor()) {
            var service = worker.submit(queue::next);
            for (var need : plan.needs(Instance.first(Part.ACCOUNT))) {
                assertThat(service.isDone()).isFalse();
                queue.ready(need);
            }
            assertThat(service.get(20, TimeUnit.SECONDS)).contains(Instance.first(Part.ACCOUNT));
        }
    }

    @Test
    void handsOutNothingMoreAfterAFailure() throws Exception {
        queue.next();
        queue.abandon();

        assertThat(queue.next()).isEmpty();
    }
}
