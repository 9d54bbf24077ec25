package io.nearstock.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

@SpringBootTest(classes = ServersForTestsIT.Service.class, properties = "management.tracing.export.enabled=true")
@Import(TestServers.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
class ServersForTestsIT {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {}

    private final Environment environment;
    private final MongoClient mongo;
    private final TestEvents events;

    ServersForTestsIT(Environment environment, MongoClient mongo, TestEvents events) {
        this.environment = environment;
        this.mongo = mongo;
        this.events = events;
    }

    @Test
    void givesAnEmptyDatabase() {
        var database = mongo.getDatabase(environment.getRequiredProperty("spring.mongodb.database"));

        assertThat(database.listCollectionNames()).isEmpty();
        database.getCollection("orders").insertOne(new Document("_id", "ord_1"));
        assertThat(database.getCollection("orders").countDocuments()).isOne();
    }

    @Test
    void hearsWhatWasPublished() {
        events.publish("order.confirmed", "ord_1");
        events.publish("order.cancelled", "ord_1", 2, "{}");

        var heard = events.await("order.cancelled", "ord_1");

        assertThat(heard.sequence()).isEqualTo(2);
        assertThat(heard.payload()).isEqualTo("{}");
        assertThat(events.published("orders"))
                .extracting(PublishedEvent::type)
                .containsExactly("order.confirmed", "order.cancelled");
        assertThat(events.published("accounts")).isEmpty();
    }

    @Test
    void vouchesForItsTokens() {
        var decoder = NimbusJwtDecoder.withJwkSetUri(environment.getRequiredProperty("ACCOUNT_URL") + "/oauth2/jwks")
                .validateType(false)
                .build();
        decoder.setJwtValidator(new JwtTimestampValidator());

        var token = decoder.decode(TestTokens.staff("orders", "catalog").substring("Bearer ".length()));

        assertThat(token.getClaimAsStringList("roles")).containsExactly("staff");
        assertThat(token.getClaimAsString("scope")).isEqualTo("orders catalog");
        assertThat(token.getHeaders()).containsEntry("typ", "at+jwt");
    }

    @Test
    void givesServicesTokens() throws IOException, InterruptedException {
        var credentials = Base64.getEncoder().encodeToString("order-service:test".getBytes(UTF_8));
        var request = HttpRequest.newBuilder(
                        URI.create(environment.getRequiredProperty("ACCOUNT_URL") + "/oauth2/token"))
                .header("Authorization", "Basic " + credentials)
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();

        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("access_token", "\"expires_in\": 3600");
        }
    }

    @Test
    void keepsDiscoveryOffUnlessATestSaysOtherwise() {
        assertThat(environment.getProperty("eureka.client.enabled")).isEqualTo("false");
        assertThat(environment.getProperty("management.tracing.export.enabled")).isEqualTo("true");
    }
}
