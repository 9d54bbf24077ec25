package io.nearstock.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.discovery.EurekaClient;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.cloud.client.discovery.composite.CompositeDiscoveryClientAutoConfiguration;
import org.springframework.cloud.client.discovery.simple.SimpleDiscoveryClientAutoConfiguration;
import org.springframework.cloud.commons.util.UtilAutoConfiguration;
import org.springframework.cloud.netflix.eureka.EurekaClientAutoConfiguration;
import org.springframework.cloud.netflix.eureka.EurekaDiscoveryClientConfiguration;

/** What the settings of all services make of Spring Cloud's discovery on a cluster. */
class KubernetesProfileTests {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(
                    UtilAutoConfiguration.class,
                    SimpleDiscoveryClientAutoConfiguration.class,
                    CompositeDiscoveryClientAutoConfiguration.class,
                    EurekaClientAutoConfiguration.class,
                    EurekaDiscoveryClientConfiguration.class))
            .withPropertyValues(
                    "spring.application.name=a-service",
                    "spring.config.import=classpath:nearstock-chassis.yaml",
                    "spring.profiles.active=kubernetes");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "account-service",
                "catalog-service",
                "inventory-service",
                "order-service",
                "recommendation-service",
                "notification-service"
            })
    void aNeighbourIsWhereTheClusterSaysItIs(String neighbour) {
        service.run(context -> assertThat(context.getBean(DiscoveryClient.class).getInstances(neighbour))
                .extracting(ServiceInstance::getUri)
                .containsExactly(URI.create("http://" + neighbour + ":8080")));
    }

    @Test
    void nobodyLooksForEureka() {
        service.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(EurekaClient.class));
    }
}
