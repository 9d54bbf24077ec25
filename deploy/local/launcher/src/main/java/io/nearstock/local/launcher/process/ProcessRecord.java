package io.nearstock.local.launcher.process;

import io.nearstock.local.launcher.part.Instance;
import io.nearstock.local.launcher.part.Part;
import java.time.Instant;

/**
 * A process that was started, as its pid file tells.
 *
 * @param startedAt by the operating system's account; a pid alone may belong to somebody else by now
 * @param mark a part of its command line that no other program's has
 */
public record ProcessRecord(Part part, int number, long pid, Instant startedAt, int port, String mark) {

    public Instance instance() {
        return new Instance(part, number);
    }

    Identity identity() {
        return new Identity(startedAt, mark);
    }
}
