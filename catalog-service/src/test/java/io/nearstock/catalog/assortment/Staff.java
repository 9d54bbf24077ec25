package io.nearstock.catalog.assortment;

import static org.springframework.http.HttpMethod.PATCH;

import io.nearstock.chassis.web.MergePatch;
import io.nearstock.testkit.TestTokens;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Staff of the catalogue, and whoever reads what they offer. */
final class Staff {

    private final MockMvcTester http;

    Staff(MockMvcTester http) {
        this.http = http;
    }

    MvcTestResult post(String location, String key, String body) {
        return http.post()
                .uri(location)
                .header("Authorization", TestTokens.staff("catalog"))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    MvcTestResult send(HttpMethod method, String location, String ifMatch, String body) {
        return http.method(method)
                .uri(location)
                .header("Authorization", TestTokens.staff("catalog"))
                .header("If-Match", ifMatch)
                .contentType(
                        method.equals(PATCH) ? MediaType.valueOf(MergePatch.MEDIA_TYPE) : MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    MvcTestResult read(String location) {
        return http.get().uri(location).exchange();
    }

    MvcTestResult asStaff(String location) {
        return http.get()
                .uri(location)
                .header("Authorization", TestTokens.staff("catalog"))
                .exchange();
    }

    static String id(String location) {
        return location.substring("/api/products/".length());
    }
}
