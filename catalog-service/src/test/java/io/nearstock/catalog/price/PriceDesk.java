package io.nearstock.catalog.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import io.nearstock.testkit.TestTokens;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Staff who keep price lists. */
final class PriceDesk {

    static final String STAFF = TestTokens.staff("catalog");

    private final MockMvcTester http;

    PriceDesk(MockMvcTester http) {
        this.http = http;
    }

    String open(String name, String more) {
        var opened = post(name, list(name, more));
        assertThat(opened).hasStatus(201).hasHeader("ETag", "\"1\"");
        return String.valueOf(opened.getResponse().getHeader("Location"));
    }

    static String list(String name, String more) {
        return "{\"name\": \"" + name + "\", " + more + "}";
    }

    static String prices(String sku, int from, int amount, int nextFrom, int nextAmount) {
        return """
            {"prices": [{"sku": "%s", "tiers": [{"from": %d, "amount": %d}, {"from": %d, "amount": %d}]}]}\
            """.formatted(sku, from, amount, nextFrom, nextAmount);
    }

    MvcTestResult get(String path) {
        return http.get().uri(path).header("Authorization", STAFF).exchange();
    }

    MvcTestResult post(String key, String body) {
        return http.post()
                .uri("/api/price-lists")
                .header("Authorization", STAFF)
                .header("Idempotency-Key", key)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    MvcTestResult put(String path, String body) {
        return http.put()
                .uri(path)
                .header("Authorization", STAFF)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
