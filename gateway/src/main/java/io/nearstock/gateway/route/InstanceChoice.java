package io.nearstock.gateway.route;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.DefaultResponse;
import org.springframework.cloud.client.loadbalancer.EmptyResponse;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.loadbalancer.core.ReactorServiceInstanceLoadBalancer;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import reactor.core.publisher.Mono;

/**
 * Takes the instances of a service in turn and passes over those that took no connection, unless none is left. Which there
 * are is remembered for a moment.
 */
final class InstanceChoice implements ReactorServiceInstanceLoadBalancer {

    private record Known(List<ServiceInstance> instances, long since) {}

    private final ServiceInstanceListSupplier instances;
    private final Unreachable unreachable;
    private final long moment;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile @Nullable Known known;

    InstanceChoice(ServiceInstanceListSupplier instances, Unreachable unreachable, Duration moment) {
        this.instances = instances;
        this.unreachable = unreachable;
        this.moment = moment.toNanos();
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public Mono<Response<ServiceInstance>> choose(Request request) {
        var last = known;
        return last != null && System.nanoTime() - last.since() < moment
                ? Mono.just(choose(last.instances()))
                : instances.get(request).next().doOnNext(this::remember).map(this::choose);
    }

    /** None at all is no answer to keep: the first to come would be missed. */
    private void remember(List<ServiceInstance> all) {
        known = all.isEmpty() ? null : new Known(all, System.nanoTime());
    }

    private Response<ServiceInstance> choose(List<ServiceInstance> all) {
        if (all.isEmpty()) {
            return new EmptyResponse();
        }
        var first = turn.getAndIncrement();
        for (var step = 0; step < all.size(); step++) {
            var instance = all.get(Math.floorMod(first + step, all.size()));
            if (!unreachable.has(instance)) {
                return new DefaultResponse(instance);
            }
        }
        return new DefaultResponse(all.get(Math.floorMod(first, all.size())));
    }
}
