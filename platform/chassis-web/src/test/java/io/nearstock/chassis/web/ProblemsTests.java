package io.nearstock.chassis.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.boot.test.context.SpringBootTest.WebEnvironment.RANDOM_PORT;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;
import static org.springframework.http.MediaType.TEXT_PLAIN;

import io.nearstock.testkit.TestServers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** On a real server, as a container has its own ways to fail. */
@SpringBootTest(webEnvironment = RANDOM_PORT, properties = "spring.config.import=classpath:nearstock-chassis.yaml")
@Import(TestServers.class)
class ProblemsTests {

    private final RestTestClient http;
    private final int port;

    ProblemsTests(@LocalServerPort int port) {
        this.port = port;
        this.http = RestTestClient.bindToServer(new JdkClientHttpRequestFactory())
                .baseUrl("http://localhost:" + port)
                .build();
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
        method | path                           | status | code                | pointer
        GET    | /nothing-here                  | 404    | not_found           |
        GET    | /things/404                    | 404    | not_found           |
        GET    | /things/many                   | 400    | invalid_parameter   | number
        GET    | /things/1?size=big             | 400    | invalid_parameter   | size
        GET    | /days/+10000-01-01             | 400    | invalid_parameter   | day
        GET    | /days/-0001-01-01              | 400    | invalid_parameter   | day
        GET    | /days/2026-01-01?at=1700000000 | 400    | invalid_parameter   | at
        GET    | /asks                          | 400    | missing_parameter   | word
        GET    | /asks?word=x                   | 400    | missing_header      | X-Mood
        GET    | /checks?size=0                 | 400    | invalid_parameter   | size
        GET    | /things?limit=101              | 400    | invalid_parameter   | limit
        GET    | /things?limit=x                | 400    | invalid_parameter   | limit
        GET    | /things?cursor=abc             | 400    | invalid_cursor      | cursor
        GET    | /things?cursor=%25             | 400    | invalid_cursor      | cursor
        PUT    | /things/1                      | 428    | if_match_required   | If-Match
        DELETE | /things/1                      | 405    | method_not_allowed  |
        GET    | /failure                       | 500    | internal_error      |
        GET    | /things/1?brokenFilter=yes     | 500    | internal_error      |
        GET    | /away                          | 503    | unavailable         |
        GET    | /error                         | 404    | not_found           |
        """)
    void everyRefusalIsAProblemWithACodeAndATraceId(
            String method, String path, int status, String code, @Nullable String pointer) {
        var answer = http.method(HttpMethod.valueOf(method)).uri(URI.create("http://localhost:" + port + path));

        var body = answer.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.type")
                .isEqualTo("urn:nearstock:problem:" + code)
                .jsonPath("$.traceId")
                .isNotEmpty();
        if (pointer != null) {
            body.jsonPath("$.errors[0].pointer").isEqualTo(pointer);
        }
        assertThat(new String(body.returnResult().getResponseBodyContent(), UTF_8))
                .doesNotContain("secret", "Exception", "java.", "nearstock.chassis");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', quoteCharacter = '`', textBlock = """
        body                                             | status | code             | pointer
        {                                                | 400    | malformed_body   |
        [                                                | 400    | invalid_type     |
        {} {}                                            | 400    | malformed_body   |
        {"lines": [{"sku": "A", "quantity": 1, "x": 1}]} | 400    | unknown_field    | /lines/0/x
        {"lines": [{"sku": "A", "quantity": "1"}]}       | 400    | invalid_type     | /lines/0/quantity
        {"lines": [{"sku": "A", "quantity": 1.5}]}       | 400    | invalid_type     | /lines/0/quantity
        {"lines": [{"sku": "A"}]}                        | 422    | invalid_request  | /lines/0/quantity
        {"lines": [{"sku": "A", "quantity": null}]}      | 422    | invalid_request  | /lines/0/quantity
        {"lines": [{"sku": 7, "quantity": 1}]}           | 400    | invalid_type     | /lines/0/sku
        {"lines": "A"}                                   | 400    | invalid_type     | /lines
        {"lines": []}                                    | 422    | invalid_request  | /lines
        {"lines": [{"sku": " ", "quantity": 1}]}         | 422    | invalid_request  | /lines/0/sku
        {"lines": [{"sku": "A", "quantity": 0}]}         | 422    | invalid_request  | /lines/0/quantity
        {"lines": [], "lines": []}                       | 400    | malformed_body   |
        {"lines": [{"sku": "\\u0000", "quantity": 1}]}    | 400    | invalid_type     | /lines/0/sku
        {"lines": [{"sku": "\\ud83d", "quantity": 1}]}    | 400    | invalid_type     | /lines/0/sku
        {"lines": [{"at": 1700000000}]}                  | 400    | invalid_type     | /lines/0/at
        {"lines": [{"at": "+10000-01-01T00:00:00Z"}]}    | 400    | invalid_type     | /lines/0/at
        {"lines": [{"at": "9999-12-31T23:00:00-02:00"}]} | 400    | invalid_type     | /lines/0/at
        {"lines": [{"on": "+999999999-12-31"}]}          | 400    | invalid_type     | /lines/0/on
        {"lines": [{"on": [2026, 1, 1]}]}                | 400    | invalid_type     | /lines/0/on
        {"lines": [{"sku": "A", "quantity": 1, "at": "2026-01-01T00:00:00Z", "on": "2026-01-01"}]} | 422 | invalid_request | /lines/0
        {"lines": [{"sku": "A", "quantity": 1}, {"sku": "A", "quantity": 1}, {"sku": "A", "quantity": 1}]} | 422 | invalid_request | ``
        """)
    void everyBodyThatIsNotWhatItShouldBeIsPointedInto(String body, int status, String code, @Nullable String pointer) {
        var answer = http.post()
                .uri("/baskets")
                .contentType(APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
        if (pointer != null) {
            answer.jsonPath("$.errors[0].pointer").isEqualTo(pointer);
        }
    }

    @Test
    void tellsWhichMethodsThereAre() {
        http.delete()
                .uri("/things/1")
                .exchange()
                .expectHeader()
                .value(HttpHeaders.ALLOW, allow -> assertThat(allow).contains("GET", "PUT"));
    }

    @Test
    void tellsWhenToTryAgain() {
        http.get().uri("/away").exchange().expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "7");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
        accept           | method | path        | status | code
        text/plain       | GET    | /things/1   | 406    | not_acceptable
        nonsense         | GET    | /things/1   | 406    | not_acceptable
        nonsense         | GET    | /things/x   | 400    | invalid_parameter
        nonsense         | DELETE | /things/1   | 405    | method_not_allowed
        nonsense         | GET    | /away       | 503    | unavailable
        nonsense         | GET    | /things/404 | 404    | not_found
        """)
    void answersAProblemEvenToThoseWhoAcceptNone(String accept, String method, String path, int status, String code) {
        http.method(HttpMethod.valueOf(method))
                .uri(path)
                .header(HttpHeaders.ACCEPT, accept)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    @Test
    void refusesATypeThatItDoesNotRead() {
        http.post()
                .uri("/baskets")
                .contentType(TEXT_PLAIN)
                .body("lines")
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unsupported_media_type");
    }

    @Test
    void refusesALargeBodyWhetherOrNotItsLengthIsTold() throws IOException, InterruptedException {
        var large = new byte[1_048_577];

        assertThat(post(BodyPublishers.ofByteArray(large))).isEqualTo(413);
        assertThat(post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))))
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"gzip, 415", "br, 415", "identity, 200"})
    void unfoldsNoBody(String encoding, int status) throws IOException, InterruptedException {
        var body = BodyPublishers.ofString("{\"lines\": [{\"sku\": \"A\", \"quantity\": 1}]}");

        assertThat(post(body, "Content-Encoding", encoding)).isEqualTo(status);
    }

    @Test
    void readsABodyWhoseLengthIsNotTold() throws IOException, InterruptedException {
        var body = """
            {"lines": [{"sku": "A", "quantity": 1}]}\
            """.getBytes(UTF_8);

        assertThat(post(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))))
                .isEqualTo(200);
    }

    @Test
    void answersWhatTheContainerRefuses() throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write("GET /things/%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "\"code\":\"bad_request\"")
                    .doesNotContain("html");
        }
    }

    private int post(HttpRequest.BodyPublisher body, String... more) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/baskets"))
                    .headers(headers(more))
                    .POST(body)
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static String[] headers(String... more) {
        return Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(more))
                .toArray(String[]::new);
    }
}
