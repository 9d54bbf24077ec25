package io.nearstock.local.launcher.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells a process of ours from a stranger that was given the same pid later. */
record Identity(Instant startedAt, String mark) {

    /** The operating system counts from a boot time that it corrects now and then. */
    private static final Duration DRIFT = Duration.ofSeconds(2);

    /** What the operating system does not tell speaks neither for nor against; if it tells nothing, it is a stranger. */
    boolean isOf(Optional<Instant> start, Optional<String> commandLine) {
        return (start.isPresent() || commandLine.isPresent())
                && start.map(this::isNear).orElse(true)
                && commandLine.map(line -> line.contains(mark)).orElse(true);
    }

    private boolean isNear(Instant start) {
        return Duration.between(startedAt, start).abs().compareTo(DRIFT) <= 0;
    }
}
