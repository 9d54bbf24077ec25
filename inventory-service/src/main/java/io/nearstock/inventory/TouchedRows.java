package io.nearstock.inventory;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * The rows that this instance has changed since it last told ledger and listeners. Only a hint: what is lost with the
 * process is found again in the rows themselves.
 */
@Component
public final class TouchedRows {

    /** So many changes are enough not to wait for more: a hot row must not grow a long tail of pending entries. */
    private static final int PLENTY = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition touched = lock.newCondition();
    private Set<String> rows = new LinkedHashSet<>();
    private int changes;

    public void add(Collection<String> changed) {
        lock.lock();
        try {
            rows.addAll(changed);
            changes += changed.size();
            touched.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the first change, and then for others to share its way.
     *
     * @param patience how long to wait for the first; none may come
     * @param share how long the first waits for others
     */
    public Set<String> drain(Duration patience, Duration share) throws InterruptedException {
        lock.lock();
        try {
            await(1, patience);
            if (changes > 0) {
                await(PLENTY, share);
            }
            var drained = rows;
            rows = new LinkedHashSet<>();
            changes = 0;
            return drained;
        } finally {
            lock.unlock();
        }
    }

    private void await(int enough, Duration patience) throws InterruptedException {
        var left = patience.toNanos();
        while (changes < enough && left > 0) {
            left = touched.awaitNanos(left);
        }
    }
}
