package io.nearstock.gateway.route;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.loadbalancer.core.ReactorLoadBalancer;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Goes into the small context that Spring Cloud makes per service, so it must not be found by a scan. */
class InstanceChoiceConfiguration {

    @Bean
    ReactorLoadBalancer<ServiceInstance> instanceChoice(
            Environment environment, LoadBalancerClientFactory clients, Unreachable unreachable) {
        var service = environment.getRequiredProperty(LoadBalancerClientFactory.PROPERTY_NAME);
        return new InstanceChoice(clients.getLazyProvider(service, ServiceInstanceListSupplier.class), unreachable);
    }
}
