package io.nearstock.gateway.route;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.DefaultResponse;
import org.springframework.cloud.client.loadbalancer.EmptyResponse;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.loadbalancer.core.ReactorServiceInstanceLoadBalancer;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import reactor.core.publisher.Mono;

/** Takes the instances of a service in turn and passes over those that took no connection, unless none is left. */
final class InstanceChoice implements ReactorServiceInstanceLoadBalancer {

    private final ObjectProvider<ServiceInstanceListSupplier> instances;
    private final Unreachable unreachable;
    private final AtomicInteger turn = new AtomicInteger();

    InstanceChoice(ObjectProvider<ServiceInstanceListSupplier> instances, Unreachable unreachable) {
        this.instances = instances;
        this.unreachable = unreachable;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public Mono<Response<ServiceInstance>> choose(Request request) {
        return instances.getObject().get(request).next().map(this::choose);
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
