package io.nearstock.acceptance.load;

import static io.nearstock.acceptance.load.gauge.Latencies.millis;

import io.nearstock.acceptance.load.gauge.Latencies;
import io.nearstock.acceptance.load.gauge.Processes;
import io.nearstock.acceptance.load.gauge.Quiet;
import io.nearstock.acceptance.load.gauge.Yardstick;
import io.nearstock.acceptance.load.traffic.Loop;
import io.nearstock.acceptance.load.traffic.Visitor;
import java.time.Duration;
import java.util.List;

/** Runs a loop between two looks at the processes, and says each second how it goes. */
record Measuring(Processes processes, Yardstick yardstick) {

    Measurement of(Loop loop, List<Visitor> visitors) {
        var clients = visitors.size();
        var quiet = Quiet.settled(processes);
        var worthBefore = yardstick.micros();
        var latencies = new Latencies();
        var before = processes.processorTime();
        var narrator = Thread.ofVirtual().start(() -> narrate(latencies));
        var seconds = loop.run(visitors, latencies);
        narrator.interrupt();
        quiet.await();
        var used = processes.processorTime().since(before);
        var worth = (worthBefore + yardstick.micros()) / 2;
        return new Measurement(
                loop.scenario().name(), clients, loop.rate(), loop.turns(), seconds, latencies, used, worth);
    }

    private static void narrate(Latencies latencies) {
        for (var second = 1; !isStopped(); second++) {
            var lately = latencies.lately();
            System.out.printf(
                    "  %3d s  %6d done  %4d failed  p50 %7.1f  p95 %7.1f  p99 %7.1f  max %7.1f ms%n",
                    second,
                    lately.getTotalCount(),
                    latencies.failures(),
                    millis(lately, 50),
                    millis(lately, 95),
                    millis(lately, 99),
                    millis(lately, 100));
        }
    }

    private static boolean isStopped() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
            return false;
        } catch (InterruptedException _) {
            return true;
        }
    }
}
