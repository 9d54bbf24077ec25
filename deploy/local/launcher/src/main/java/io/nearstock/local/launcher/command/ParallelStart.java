package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.part.Instance;
import io.nearstock.local.launcher.part.StartPlan;
import io.nearstock.local.launcher.terminal.LauncherException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Starts what a plan names, each after what it needs, as many at once as the cores can carry. All or nothing: when one
 * fails, or the person presses Ctrl-C, those that this start has begun are stopped.
 */
final class ParallelStart {

    private final Stack stack;
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors() + 1, true);
    private final Set<Instance> begun = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable LauncherException> failure = new AtomicReference<>();

    ParallelStart(Stack stack) {
        this.stack = stack;
    }

    void run(StartPlan plan) {
        var undo = new Thread(() -> Halt.of(stack, begun), "undo");
        Runtime.getRuntime().addShutdownHook(undo);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            startAll(plan, threads).join();
        } catch (CompletionException _) {
            Halt.of(stack, begun);
        } finally {
            Runtime.getRuntime().removeShutdownHook(undo);
        }
        var first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    private CompletableFuture<Void> startAll(StartPlan plan, Executor threads) {
        Map<Instance, CompletableFuture<Void>> ready = new HashMap<>();
        for (var instance : plan.starts()) {
            var needs = plan.needs(instance).stream().map(ready::get).toArray(CompletableFuture<?>[]::new);
            ready.put(instance, CompletableFuture.allOf(needs).thenRunAsync(() -> start(instance), threads));
        }
        return CompletableFuture.allOf(ready.values().toArray(CompletableFuture<?>[]::new));
    }

    private void start(Instance instance) {
        turns.acquireUninterruptibly();
        try {
            if (failure.get() == null) {
                begun.add(instance);
                new InstanceStart(stack, instance).run();
            }
        } catch (LauncherException e) {
            failure.compareAndSet(null, e);
            throw e;
        } finally {
            turns.release();
        }
    }
}
