package io.nearstock.local.launcher.process;

import java.time.Instant;

/** A process that is no part of the stack, as its file tells. */
public record WorkerRecord(long pid, Instant startedAt, String mark) {

    public static WorkerRecord of(Process process, String mark) {
        return new WorkerRecord(process.pid(), process.info().startInstant().orElseGet(Instant::now), mark);
    }

    Identity identity() {
        return new Identity(startedAt, mark);
    }
}
