package io.nearstock.catalog.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nearstock.testkit.TestTokens;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Staff who upload files at this path and wait for what becomes of them. */
record Importing(MockMvcTester http, JsonMapper json, String path) {

    static final String NDJSON = "application/x-ndjson";
    static final Duration PATIENCE = Duration.ofSeconds(20);

    static String rows(String sku, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> row(sku + number, "Thing " + number))
                .collect(joining("\n"));
    }

    static String row(String sku, String name) {
        return """
            {"sku": "%s", "name": "%s", "category": "import", "price": {"amount": 100, "currency": "GBP"}}\
            """.formatted(sku, name);
    }

    /** The job when it has ended. */
    JsonNode imported(String type, String policy, String body) {
        var accepted = post(type, policy, body);
        assertThat(accepted).hasStatus(202);
        var location = requireNonNull(accepted.getResponse().getHeader("Location"));
        return await().atMost(PATIENCE)
                .until(
                        () -> json(get(location)),
                        job -> List.of("succeeded", "failed")
                                .contains(job.path("status").asString()));
    }

    /** By row, field and code. */
    List<String> errors(JsonNode job) {
        return json(get(job.path("errorsUrl").asString()))
                .path("items")
                .valueStream()
                .map(error ->
                        error.path("row").asInt() + " " + error.path("field").asString() + " "
                                + error.path("code").asString())
                .toList();
    }

    MvcTestResult post(String type, String policy, String body) {
        return http.post()
                .uri(path + "?policy=" + policy)
                .header("Authorization", TestTokens.staff("catalog"))
                .contentType(type)
                .content(body.getBytes(type.contains("8859") ? ISO_8859_1 : UTF_8))
                .exchange();
    }

    MvcTestResult get(String path) {
        return http.get()
                .uri(path)
                .header("Authorization", TestTokens.staff("catalog"))
                .exchange();
    }

    private JsonNode json(MvcTestResult answer) {
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }
}
