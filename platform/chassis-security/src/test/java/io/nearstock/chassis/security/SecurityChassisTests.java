package io.nearstock.chassis.security;

import static io.nearstock.chassis.security.Tokens.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.nearstock.chassis.web.WebChassisAutoConfiguration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

class SecurityChassisTests {

    private final WebApplicationContextRunner service = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    JacksonAutoConfiguration.class,
                    HttpMessageConvertersAutoConfiguration.class,
                    WebMvcAutoConfiguration.class,
                    DispatcherServletAutoConfiguration.class,
                    SecurityAutoConfiguration.class,
                    ServletWebSecurityAutoConfiguration.class,
                    WebChassisAutoConfiguration.class,
                    SecurityChassisAutoConfiguration.class))
            .withPropertyValues("spring.application.name=shop", "spring.web.resources.add-mappings=false")
            .withBean(JWKSource.class, () -> new ImmutableJWKSet<SecurityContext>(new JWKSet(Tokens.KEY.toPublicJWK())))
            .withUserConfiguration(Shop.class);

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', nullValues = "-", textBlock = """
        method | path            | role     | scope   | status
        GET    | /api/products   | -        | -       | 200
        HEAD   | /api/products   | -        | -       | 200
        POST   | /api/products   | -        | -       | 401
        POST   | /api/products   | customer | -       | 403
        POST   | /api/products   | staff    | orders  | 403
        POST   | /api/products   | staff    | catalog | 200
        POST   | /api/products   | supplier | -       | 200
        POST   | /api/products   | admin    | -       | 200
        GET    | /api/orders     | -        | -       | 401
        GET    | /api/orders     | customer | -       | 200
        GET    | /api/orders     | admin    | -       | 403
        GET    | /api/me         | mover    | -       | 200
        GET    | /api/forgotten  | admin    | -       | 403
        GET    | /api/nothing    | -        | -       | 401
        GET    | /api/nothing    | customer | -       | 404
        DELETE | /api/me         | customer | -       | 405
        GET    | /internal/holds | -        | -       | 401
        GET    | /internal/holds | admin    | -       | 403
        GET    | /internal/holds | service  | -       | 200
        GET    | /internal/none  | customer | -       | 403
        GET    | /ops/outbox     | customer | -       | 403
        GET    | /ops/outbox     | staff    | -       | 200
        """)
    void theFirstRuleThatMatchesDecidesAndTheRestIsClosed(
            HttpMethod method, String path, @Nullable String role, @Nullable String scope, int status) {
        calling(http -> assertThat(http.method(method)
                        .uri(path)
                        .headers(headers -> {
                            if (role != null) {
                                headers.setBearerAuth(bearer(role, scope));
                            }
                        })
                        .exchange())
                .hasStatus(status));
    }

    @Test
    void aMissingTokenIsAskedForInTheHousesWords() {
        calling(http -> {
            var answer = http.get().uri("/api/orders").exchange();

            assertProblem(answer, 401, "unauthenticated");
            assertThat(answer).hasHeader("WWW-Authenticate", "Bearer");
        });
    }

    @Test
    void aBadTokenIsRefusedEverywhereWithoutTellingWhy() {
        calling(http -> {
            var expired = token(Instant.now().minusSeconds(3600), claims -> claims);
            var answer = with(expired, http, "/api/products");

            assertProblem(answer, 401, "invalid_token");
            assertThat(answer).hasHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            assertThat(answer).bodyText().doesNotContain("Jwt", "Exception");
        });
    }

    @Test
    void aFunctionForOthersIsRefusedInTheHousesWords() {
        calling(http -> assertProblem(with(bearer("customer", null), http, "/internal/holds"), 403, "forbidden"));
    }

    @Test
    void aTokenThatNobodyCanJudgeIsNotCalledBad() {
        JWKSource<SecurityContext> unreachable = (_, _) -> {
            throw new KeySourceException("account-service has not been reached yet");
        };
        service.withAllowBeanDefinitionOverriding(true)
                .withBean(JWKSource.class, () -> unreachable)
                .run(context -> {
                    var http = MockMvcTester.from(
                            context, builder -> builder.apply(springSecurity()).build());
                    var answer = with(bearer("customer", null), http, "/api/orders");

                    assertProblem(answer, 503, "unavailable");
                    assertThat(answer).containsHeader("Retry-After");
                });
    }

    @Test
    void aHandlerKnowsItsCaller() {
        calling(http -> assertThat(with(bearer("mover", null), http, "/api/me"))
                .bodyJson()
                .isLenientlyEqualTo("""
                    {"id": "acc_1", "roles": ["mover"], "sessionId": "ses_1"}\
                    """));
    }

    @Test
    void anOpenHandlerMayHaveNoCaller() {
        calling(http -> assertThat(http.get().uri("/api/products").exchange())
                .bodyJson()
                .isLenientlyEqualTo("{\"for\": \"anyone\"}"));
    }

    @Test
    void personalAnswersStayOutOfCaches() {
        calling(http -> {
            assertThat(with(bearer("mover", null), http, "/api/me")).hasHeader("Cache-Control", "no-store");
            assertThat(http.get().uri("/api/products").exchange()).hasHeader("Cache-Control", "max-age=60");
        });
    }

    @Test
    void answersAreNoPagesForABrowser() {
        calling(http -> assertThat(http.get().uri("/api/products").exchange())
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("Referrer-Policy", "no-referrer")
                .containsHeader("Content-Security-Policy"));
    }

    @Test
    void noSessionIsKept() {
        calling(http -> assertThat(with(bearer("mover", null), http, "/api/me")).doesNotContainHeader("Set-Cookie"));
    }

    private void calling(Consumer<MockMvcTester> client) {
        service.run(context -> client.accept(MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build())));
    }

    private static MvcTestResult with(String token, MockMvcTester http, String path) {
        return http.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    private static String bearer(String role, @Nullable String scope) {
        return token(
                Instant.now(), claims -> claims.claim("roles", List.of(role)).claim("scope", scope));
    }

    private static void assertProblem(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status).hasContentType(APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
    }

    @Configuration(proxyBeanMethods = false)
    static class Shop {

        @Bean
        AccessRules rules() {
            return AccessRules.of(rules -> rules.anyone(GET, "/api/products")
                    .staff(POST, "/api/products", "catalog", "supplier")
                    .role(GET, "/api/orders", "customer")
                    .signedIn(GET, "/api/me"));
        }

        @Bean
        Counter counter() {
            return new Counter();
        }
    }

    @RestController
    static class Counter {

        @GetMapping("/api/products")
        ResponseEntity<Map<String, String>> products(@Nullable Caller caller) {
            return ResponseEntity.ok()
                    .header("Cache-Control", "max-age=60")
                    .body(Map.of("for", caller == null ? "anyone" : caller.id()));
        }

        @PostMapping("/api/products")
        void addProduct() {}

        @GetMapping("/api/orders")
        void orders() {}

        @GetMapping("/api/me")
        Caller me(Caller caller) {
            return caller;
        }

        @GetMapping("/api/forgotten")
        void forgotten() {}

        @GetMapping("/internal/holds")
        void holds() {}

        @GetMapping("/ops/outbox")
        void outbox() {}
    }
}
