package io.nearstock.chassis.web;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.cloud.netflix.eureka.EurekaClientAutoConfiguration;
import org.springframework.cloud.netflix.eureka.serviceregistry.EurekaRegistration;
import org.springframework.cloud.netflix.eureka.serviceregistry.EurekaServiceRegistry;
import org.springframework.context.annotation.Bean;

/** An instance that stops loses no request. On Kubernetes there is no registry, and a pod waits before it is told. */
@AutoConfiguration(after = EurekaClientAutoConfiguration.class)
@EnableConfigurationProperties(FarewellSettings.class)
public class FarewellAutoConfiguration {

    @Bean
    @ConditionalOnBean(EurekaRegistration.class)
    @ConditionalOnMissingBean
    Farewell farewell(
            EurekaServiceRegistry registry,
            EurekaRegistration self,
            DiscoveryClient neighbours,
            FarewellSettings settings) {
        return new Farewell(registry, self, neighbours, settings);
    }
}
