package io.nearstock.inventory.forecast.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class OwnProcessTests {

    private final OwnProcess process =
            new OwnProcess(new OwnProcessSettings(true, DataSize.ofMegabytes(300), Duration.ofMillis(7)));

    @Test
    void runsTheSameArtefactBehindEverybodyElse() {
        assertThat(process.command("--a=b"))
                .containsSubsequence("-n", "19")
                .containsSubsequence("-XX:ActiveProcessorCount=1", "-Xmn32m", "-Xmx300m")
                .containsSubsequence("-cp", System.getProperty("java.class.path"))
                .endsWith(ForecastProgram.class.getName(), "--nearstock.inventory.planning.breaks.length=7ms", "--a=b");
    }

    @Test
    void endsQuietlyWithoutEverHavingRun() {
        process.destroy();

        assertThat(process.isWanted()).isTrue();
    }
}
