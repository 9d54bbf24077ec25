package io.nearstock.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_FORM_URLENCODED;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody in front of the API, at an address of their own so that nobody else's mistakes slow them down. */
public final class Client {

    public static final String PASSWORD = "a kettle of tea";

    private final MockMvcTester http;
    private final String address;
    private final @Nullable String token;

    private Client(MockMvcTester http, String address, @Nullable String token) {
        this.http = http;
        this.address = address;
        this.token = token;
    }

    public static Client at(MockMvcTester http) {
        return new Client(http, "client-" + UUID.randomUUID(), null);
    }

    public Client with(String accessToken) {
        return new Client(http, address, accessToken);
    }

    public MvcTestResult post(String path, String body) {
        return send(HttpMethod.POST, path, body, Map.of());
    }

    public MvcTestResult post(String path, String body, String idempotencyKey) {
        return send(HttpMethod.POST, path, body, Map.of("Idempotency-Key", idempotencyKey));
    }

    public MvcTestResult get(String path) {
        return send(HttpMethod.GET, path, null, Map.of());
    }

    public MvcTestResult delete(String path) {
        return send(HttpMethod.DELETE, path, null, Map.of());
    }

    public MvcTestResult patch(String path, String body, @Nullable String ifMatch) {
        return send(HttpMethod.PATCH, path, body, ifMatch == null ? Map.of() : Map.of("If-Match", ifMatch));
    }

    /** As a program asks for a token of its own. */
    public MvcTestResult token(String client, String secret) {
        return http.post()
                .uri("/oauth2/token")
                .headers(headers -> headers.setBasicAuth(client, secret))
                .contentType(APPLICATION_FORM_URLENCODED)
                .content("grant_type=client_credentials")
                .exchange();
    }

    public MvcTestResult signUp(String username, String email) {
        return post("/api/accounts", registration(username, email));
    }

    public MvcTestResult signUp(String username, String email, String idempotencyKey) {
        return post("/api/accounts", registration(username, email), idempotencyKey);
    }

    private static String registration(String username, String email) {
        return """
            {"username": "%s", "email": "%s", "password": "%s", "displayName": "Ada"}\
            """.formatted(username, email, PASSWORD);
    }

    public MvcTestResult signIn(String login, String password) {
        return post("/api/sessions", """
            {"login": "%s", "password": "%s"}\
            """.formatted(login, password));
    }

    /** Signs in and goes on with the access token. */
    public Client signedIn(String login) {
        return with(text(signIn(login, PASSWORD), "$.accessToken"));
    }

    public static String text(MvcTestResult answer, String path) {
        assertThat(answer).hasStatus2xxSuccessful();
        return JsonPath.<Object>read(body(answer), path).toString();
    }

    public static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void assertProblem(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status).hasContentType(APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
    }

    private MvcTestResult send(HttpMethod method, String path, @Nullable String body, Map<String, String> headers) {
        var request = http.method(method).uri(path).with(from -> {
            from.setRemoteAddr(address);
            return from;
        });
        if (body != null) {
            request.contentType(APPLICATION_JSON).content(body);
        }
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.exchange();
    }
}
