package io.nearstock.local.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.local.launcher.part.Part;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTests {

    @TempDir
    private Path folder;

    @Test
    void findsAProcessThatRuns() {
        var registry = new Registry(folder);
        var thisProcess = record(Part.ORDER, startOfThisProcess());
        registry.add(thisProcess);

        assertThat(registry.running()).containsExactly(thisProcess);
        assertThat(registry.dead()).isEmpty();
    }

    @Test
    void takesAStrangerWithTheSamePidForNoneOfOurs() {
        var registry = new Registry(folder);
        var reused = record(Part.ORDER, startOfThisProcess().minusSeconds(3600));
        registry.add(reused);

        assertThat(registry.running()).isEmpty();
        assertThat(registry.dead()).containsExactly(reused);
    }

    @Test
    void forgetsWhatWasRemoved() {
        var registry = new Registry(folder);
        var stopped = record(Part.ORDER, startOfThisProcess());
        registry.add(stopped);
        registry.remove(stopped.instance());

        assertThat(registry.running()).isEmpty();
        assertThat(registry.dead()).isEmpty();
    }

    @Test
    void ordersByPart() {
        var registry = new Registry(folder);
        registry.add(record(Part.GATEWAY, startOfThisProcess()));
        registry.add(record(Part.DATABASE, startOfThisProcess()));

        assertThat(registry.running()).extracting(ProcessRecord::part).containsExactly(Part.DATABASE, Part.GATEWAY);
    }

    private static ProcessRecord record(Part part, Instant startedAt) {
        return new ProcessRecord(part, 1, ProcessHandle.current().pid(), startedAt, 8104, "java");
    }

    private static Instant startOfThisProcess() {
        return ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    }
}
