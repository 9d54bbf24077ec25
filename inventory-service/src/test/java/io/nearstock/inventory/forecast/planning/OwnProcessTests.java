package io.nearstock.inventory.forecast.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnProcessTests {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final OwnProcess process = Worker.own();

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

    @Test
    void endsWhoDoesNotWantTo() throws IOException {
        var stubborn = process.start(Worker.command("stubborn", folder.resolve("pid")));
        try {
            pid();

            process.destroy();

            await().atMost(PATIENCE).until(() -> !stubborn.isAlive());
        } finally {
            stubborn.destroyForcibly();
        }
    }

    @Test
    void leavesNobodyBehindWhenItIsKilled() throws IOException {
        var parent = new ProcessBuilder(Worker.command("starts", folder.resolve("pid")))
                .inheritIO()
                .start();
        var child = ProcessHandle.of(pid()).orElseThrow();
        try {
            parent.destroyForcibly();

            await().atMost(PATIENCE).until(() -> !child.isAlive());
        } finally {
            child.destroyForcibly();
        }
    }

    /** Its input is at an end before it could look for anything else. */
    @Test
    void holdsTheProgramThatForecasts() throws IOException, InterruptedException {
        var program = process.start(process.command(Lifeline.HELD));
        program.getOutputStream().close();

        assertThat(program.waitFor()).isEqualTo(Lifeline.LET_GO);
    }

    private long pid() throws IOException {
        var pid = folder.resolve("pid");
        await().atMost(PATIENCE).until(() -> Files.exists(pid));
        return Long.parseLong(Files.readString(pid));
    }
}
