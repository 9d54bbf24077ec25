package io.nearstock.chassis.web;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.cloud.netflix.eureka.serviceregistry.EurekaRegistration;
import org.springframework.cloud.netflix.eureka.serviceregistry.EurekaServiceRegistry;
import org.springframework.context.SmartLifecycle;

/**
 * Tells the registry first of all that this instance goes, and serves on until its neighbours have heard of it. By
 * itself Spring Cloud tells when the door is closed already. Where nobody can take over there is nothing to wait for.
 */
final class Farewell implements SmartLifecycle {

    private final EurekaServiceRegistry registry;
    private final EurekaRegistration self;
    private final DiscoveryClient neighbours;
    private final Duration lasts;
    private volatile boolean running;

    Farewell(
            EurekaServiceRegistry registry,
            EurekaRegistration self,
            DiscoveryClient neighbours,
            FarewellSettings settings) {
        this.registry = registry;
        this.self = self;
        this.neighbours = neighbours;
        lasts = settings.lasts();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        registry.deregister(self);
    }

    @Override
    public void stop(Runnable done) {
        stop();
        CompletableFuture.delayedExecutor(isAlone() ? 0 : lasts.toMillis(), MILLISECONDS)
                .execute(done);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private boolean isAlone() {
        return neighbours.getInstances(self.getServiceId()).stream()
                .allMatch(instance -> instance.getUri().equals(self.getUri()));
    }
}
