package io.nearstock.inventory;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
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

    /**
     * What was changed.
     *
     * @param steps by which it was, and what is known to become of them: those that stand need not be asked for
     */
    public record Touched(Set<String> rows, Map<String, Verdict> steps) {

        /** Rows that somebody has changed, whoever it was. */
        public static Touched of(Collection<String> rows) {
            return new Touched(new LinkedHashSet<>(rows), Map.of());
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition touched = lock.newCondition();
    private Set<String> rows = new LinkedHashSet<>();
    private Map<String, Verdict> steps = new HashMap<>();
    private int changes;

    public void add(Step step) {
        add(step, Verdict.WAIT);
    }

    /** By a step that will stand, whatever happens. */
    public void addForGood(Step step) {
        add(step, Verdict.RECORD);
    }

    private void add(Step step, Verdict verdict) {
        lock.lock();
        try {
            rows.addAll(step.rows());
            steps.put(step.id(), verdict);
            changes += step.portions().size();
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
    public Touched drain(Duration patience, Duration share) throws InterruptedException {
        lock.lock();
        try {
            await(1, patience);
            if (changes > 0) {
                await(PLENTY, share);
            }
            var drained = new Touched(rows, steps);
            rows = new LinkedHashSet<>();
            steps = new HashMap<>();
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
