package io.nearstock.gateway.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.stereotype.Component;

/** Instances that took no connection a moment ago. Eureka needs seconds to notice; we have been there. */
@Component
final class Unreachable {

    private final Cache<String, Boolean> addresses;

    Unreachable(RouteSettings settings) {
        addresses = Caffeine.newBuilder().expireAfterWrite(settings.avoid()).build();
    }

    void add(ServiceInstance instance) {
        addresses.put(address(instance), true);
    }

    boolean has(ServiceInstance instance) {
        return addresses.getIfPresent(address(instance)) != null;
    }

    private static String address(ServiceInstance instance) {
        return instance.getHost() + ":" + instance.getPort();
    }
}
