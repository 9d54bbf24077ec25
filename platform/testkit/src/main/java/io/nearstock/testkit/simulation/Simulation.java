package io.nearstock.testkit.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that take turns at each step, one running at a time, in an order that a seed decides: the same seed is the same
 * story. A step is whatever the outside can tell apart, such as a read or a write of the database.
 */
public final class Simulation {

    private static final ThreadLocal<@Nullable Task> CURRENT = new ThreadLocal<>();

    /** One of so many steps is a process's last. */
    private final int crashOneIn;

    private final Random random;
    private final List<Task> tasks = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final Semaphore finished = new Semaphore(0);

    public Simulation(Random random, int crashOneIn) {
        this.random = random;
        this.crashOneIn = crashOneIn;
    }

    /** Lets somebody at a process do something; tasks may start others. */
    public void start(String process, Runnable work) {
        tasks.add(new Task(this, process, work));
    }

    /** Ends when every task has, by its work or by a crash; fails as the first that failed. */
    public void run() {
        if (!tasks.isEmpty()) {
            next().turn.release();
            finished.acquireUninterruptibly();
        }
        if (!failures.isEmpty()) {
            throw new AssertionError("a task failed", failures.getFirst());
        }
    }

    /** Whether something happens that does one time in so many; never outside of a running task. */
    public static boolean chance(int oneIn) {
        var task = CURRENT.get();
        return task != null && task.simulation.random.nextInt(oneIn) == 0;
    }

    /** Comes before whatever the outside can tell; others may have their turn first. */
    public static void step() {
        var task = CURRENT.get();
        if (task != null) {
            task.simulation.step(task);
        }
    }

    /** Comes after it: the process may not live to hear the answer. */
    public static void answer() {
        var task = CURRENT.get();
        if (task != null) {
            task.simulation.endure(task);
        }
    }

    private void step(Task task) {
        var next = next();
        if (next != task) {
            next.turn.release();
            task.turn.acquireUninterruptibly();
        }
        endure(task);
    }

    private void endure(Task task) {
        if (!task.dead && random.nextInt(crashOneIn) == 0) {
            tasks.stream().filter(other -> other.process.equals(task.process)).forEach(other -> other.dead = true);
        }
        if (task.dead) {
            throw new Crash();
        }
    }

    private Task next() {
        return tasks.get(random.nextInt(tasks.size()));
    }

    private void ended(Task task) {
        tasks.remove(task);
        if (tasks.isEmpty()) {
            finished.release();
        } else {
            next().turn.release();
        }
    }

    private static final class Task {

        private final Simulation simulation;
        private final String process;
        private final Runnable work;
        private final Semaphore turn = new Semaphore(0);
        private boolean dead;

        Task(Simulation simulation, String process, Runnable work) {
            this.simulation = simulation;
            this.process = process;
            this.work = work;
            Thread.ofVirtual().start(this::run);
        }

        private void run() {
            turn.acquireUninterruptibly();
            CURRENT.set(this);
            try {
                if (!dead) {
                    work.run();
                }
            } catch (Crash _) {
                // others find what it left behind
            } catch (RuntimeException | Error failure) {
                simulation.failures.add(failure);
            } finally {
                simulation.ended(this);
            }
        }
    }
}
