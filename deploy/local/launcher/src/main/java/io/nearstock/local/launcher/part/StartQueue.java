package io.nearstock.local.launcher.part;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hands a plan's starts to several workers: the first whose needs are ready, in the plan's order. */
public final class StartQueue {

    private final StartPlan plan;
    private final List<Instance> waiting;
    private final Set<Instance> ready = new HashSet<>();
    private boolean abandoned;

    public StartQueue(StartPlan plan) {
        this.plan = plan;
        this.waiting = new ArrayList<>(plan.starts());
    }

    /** Waits until something can be started; empty when nothing is left, or after a failure. */
    public synchronized Optional<Instance> next() throws InterruptedException {
        var next = startable();
        while (next.isEmpty() && !abandoned && !waiting.isEmpty()) {
            wait();
            next = startable();
        }
        if (abandoned) {
            return Optional.empty();
        }
        next.ifPresent(waiting::remove);
        return next;
    }

    private Optional<Instance> startable() {
        return waiting.stream()
                .filter(instance -> ready.containsAll(plan.needs(instance)))
                .findFirst();
    }

    public synchronized void ready(Instance instance) {
        ready.add(instance);
        notifyAll();
    }

    /** Lets nobody begin anything more. */
    public synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }
}
