package io.nearstock.inventory;

import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** What planning pauses between its questions to the database, so that holds need not wait behind it. */
@Component
final class Breaks {

    private final BreakSettings settings;

    Breaks(BreakSettings settings) {
        this.settings = settings;
    }

    void take() {
        LockSupport.parkNanos(settings.length().toNanos());
    }
}
