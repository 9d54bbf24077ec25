package io.nearstock.chassis.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.testkit.TestServers;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(properties = "spring.config.import=classpath:nearstock-chassis.yaml")
@AutoConfigureMockMvc
@Import(TestServers.class)
@TestConstructor(autowireMode = AutowireMode.ALL)
class ResourcesTests {

    private final MockMvcTester http;

    ResourcesTests(MockMvcTester http) {
        this.http = http;
    }

    @Test
    void sendsNothingAgainThatTheClientHas() {
        assertThat(http.get().uri("/things/1?size=3").exchange()).hasStatusOk().hasHeader("ETag", "\"3\"");
        assertThat(http.get()
                        .uri("/things/1?size=3")
                        .header("If-None-Match", "\"3\"")
                        .exchange())
                .hasStatus(304)
                .body()
                .isEmpty();
    }

    @Test
    void letsOnlyTheSeenVersionBeChanged() {
        assertThat(change("\"1\"")).isEqualTo(204);
        assertThat(change("\"2\"")).isEqualTo(412);
        assertThat(change("W/\"1\"")).isEqualTo(412);
        assertThat(change("\"elsewhere\"")).isEqualTo(412);
        assertThat(change("*")).isEqualTo(400);
    }

    private int change(String ifMatch) {
        return http.put()
                .uri("/things/1")
                .header("If-Match", ifMatch)
                .exchange()
                .getResponse()
                .getStatus();
    }

    @Test
    void leadsFromPageToPage() {
        var first = http.get().uri(URI.create("/things?limit=3&q=a%20b")).exchange();
        assertThat(first).bodyJson().extractingPath("$.items.length()").isEqualTo(3);
        var link = requireNonNull(first.getResponse().getHeader("Link"));
        assertThat(link)
                .startsWith("<http://localhost/things?limit=3&q=a%20b&cursor=")
                .endsWith(">; rel=\"next\"");

        var next = URI.create(link.substring(1, link.indexOf('>')));
        var last = http.get().uri(next).exchange();

        assertThat(last).doesNotContainHeader("Link").bodyJson().isLenientlyEqualTo("""
            {"items": [4, 5], "nextCursor": null}\
            """);
    }

    @Test
    void describesItselfWithWhatTheChassisAdds() {
        var api = http.get().uri("/v3/api-docs").exchange();

        assertThat(api).hasStatusOk();
        assertThat(api).bodyJson().extractingPath("$.openapi").asString().startsWith("3.1");
        assertThat(api)
                .bodyJson()
                .extractingPath("$.paths['/sales'].post.parameters[*].name")
                .asArray()
                .containsExactly("Idempotency-Key");
        assertThat(api)
                .bodyJson()
                .extractingPath("$.paths['/things'].get.parameters[*].name")
                .asArray()
                .containsExactlyInAnyOrder("limit", "cursor");
        assertThat(api)
                .bodyJson()
                .extractingPath("$.paths['/sales'].post.responses['409'].content")
                .asMap()
                .containsKey("application/problem+json");
        assertThat(api)
                .bodyJson()
                .extractingPath("$.paths['/sales'].post.responses")
                .asMap()
                .containsOnlyKeys("201", "400", "406", "409", "413", "415", "422", "503");
        assertThat(api)
                .bodyJson()
                .extractingPath("$.paths['/sales'].post.responses['409'].description")
                .isEqualTo("idempotency_in_progress, short");
        assertThat(api)
                .bodyJson()
                .extractingPath("$.components.securitySchemes")
                .asMap()
                .containsKey("bearer");
    }

    @Test
    void isAliveWhateverElseIsAway() {
        assertThat(http.get().uri("/actuator/health/liveness").exchange()).hasStatusOk();
        assertThat(http.get().uri("/actuator/env").exchange()).hasStatus(404);
    }
}
