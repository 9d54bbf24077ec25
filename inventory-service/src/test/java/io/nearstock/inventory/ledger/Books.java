package io.nearstock.inventory.ledger;

import io.nearstock.inventory.Instance;
import java.util.List;

/** The ledger's parts for tests in other packages. */
public final class Books {

    private Books() {}

    public static void settleNeglected(Instance instance) {
        instance.the(Recorder.class).recordNeglected();
    }

    public static long movements(Instance instance) {
        return instance.the(Audit.class).run().movements();
    }

    public static List<?> differences(Instance instance) {
        return instance.the(Audit.class).run().differences();
    }
}
