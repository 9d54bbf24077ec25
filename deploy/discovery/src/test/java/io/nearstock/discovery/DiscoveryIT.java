package io.nearstock.discovery;

import static org.springframework.http.HttpStatus.NO_CONTENT;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DiscoveryIT {

    private static final String ORDER_SERVICE = """
        {"instance": {"instanceId": "one", "app": "ORDER-SERVICE", "hostName": "localhost", "ipAddr": "127.0.0.1",
          "status": "UP", "port": {"$": 8104, "@enabled": "true"}, "vipAddress": "order-service",
          "dataCenterInfo": {"@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"},
          "leaseInfo": {"renewalIntervalInSecs": 3, "durationInSecs": 9}}}\
        """;

    @LocalServerPort
    private int port;

    private RestTestClient client() {
        return RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @Test
    void offersAnInstanceAsSoonAsItHasRegistered() {
        client().post()
                .uri("/eureka/apps/ORDER-SERVICE")
                .contentType(APPLICATION_JSON)
                .body(ORDER_SERVICE)
                .exchange()
                .expectStatus()
                .isEqualTo(NO_CONTENT);

        client().get()
                .uri("/eureka/apps/ORDER-SERVICE")
                .accept(APPLICATION_JSON)
                .exchange()
                .expectBody()
                .jsonPath("$.application.instance[0].port.$")
                .isEqualTo(8104);
    }

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "readiness"})
    void tellsItsHealth(String probe) {
        client().get()
                .uri("/actuator/health/" + probe)
                .exchange()
                .expectStatus()
                .isOk();
    }
}
