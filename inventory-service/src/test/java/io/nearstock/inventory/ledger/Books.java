package io.nearstock.inventory.ledger;

import io.nearstock.inventory.Instance;
import io.nearstock.inventory.TouchedRows;
import java.time.Duration;
import java.util.List;

/** The ledger's parts for tests in other packages. */
public final class Books {

    private Books() {}

    public static void settleNeglected(Instance instance) {
        instance.the(Recorder.class).recordNeglected();
    }

    /** Brings those rows to rest that this instance has changed, as it does a moment later by itself. */
    public static void settleTouched(Instance instance) {
        try {
            instance.the(Recorder.class).record(instance.the(TouchedRows.class).drain(Duration.ZERO, Duration.ZERO));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Keeps ledger and levels behind the rows, as a running instance does. */
    public static void keep(Instance instance) {
        new Bookkeeping(instance.the(Recorder.class), instance.the(TouchedRows.class)).start();
    }

    public static long movements(Instance instance) {
        return instance.the(Audit.class).run().movements();
    }

    public static List<?> differences(Instance instance) {
        return instance.the(Audit.class).run().differences();
    }
}
