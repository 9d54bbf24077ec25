package io.nearstock.gateway.route;

import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.loadbalancer.core.ReactorLoadBalancer;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Goes into the small context that Spring Cloud makes per service, so it must not be found by a scan. */
class InstanceChoiceConfiguration {

    /** Without Spring's cache, which is a stream of signals for each request. */
    @Bean
    ServiceInstanceListSupplier instances(ConfigurableApplicationContext context) {
        return ServiceInstanceListSupplier.builder().withDiscoveryClient().build(context);
    }

    @Bean
    ReactorLoadBalancer<ServiceInstance> instanceChoice(
            ServiceInstanceListSupplier instances, Unreachable unreachable, RouteSettings settings) {
        return new InstanceChoice(instances, unreachable, settings.remembered());
    }
}
