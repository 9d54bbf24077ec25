package io.nearstock.account;

import static io.nearstock.account.Client.PASSWORD;
import static io.nearstock.account.Client.assertProblem;
import static io.nearstock.account.Client.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nearstock.testkit.PublishedEvent;
import io.nearstock.testkit.TestEvents;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** From a refresh token to the next, and the end of a session. */
@RunningService
class SessionIT {

    private final Newcomer newcomer;
    private final TestEvents events;
    private final String name;

    SessionIT(MockMvcTester http, TestEvents events, Accounts accounts, Seals seals) {
        this.newcomer = new Newcomer(http, accounts, seals);
        this.events = events;
        this.name = newcomer.name();
    }

    @Test
    void aRefreshTokenIsExchangedForTheNextOne() {
        newcomer.customer();
        var first = newcomer.somebody().signIn(name, PASSWORD);

        var second = refresh(text(first, "$.refreshToken"));

        assertThat(text(second, "$.refreshToken")).isNotEqualTo(text(first, "$.refreshToken"));
        assertThat(newcomer.somebody().with(text(second, "$.accessToken")).get("/api/accounts/me"))
                .hasStatusOk();
    }

    @Test
    void aParallelRetryOfARefreshGetsTheSameAnswer() {
        newcomer.customer();
        var token = text(newcomer.somebody().signIn(name, PASSWORD), "$.refreshToken");

        assertThat(text(refresh(token), "$.refreshToken")).isEqualTo(text(refresh(token), "$.refreshToken"));
    }

    @Test
    void aRefreshTokenThatWasReusedEndsItsSession() {
        var id = newcomer.customer();
        var first = text(newcomer.somebody().signIn(name, PASSWORD), "$.refreshToken");
        var third = text(refresh(text(refresh(first), "$.refreshToken")), "$.refreshToken");

        assertProblem(refresh(first), 401, "invalid_refresh_token");

        assertProblem(refresh(third), 401, "invalid_refresh_token");
        assertThat(events.await("accounts", revocationOf(id)).payload()).contains("ses_");
    }

    @Test
    void aForgedRefreshTokenEndsNothing() {
        newcomer.customer();
        var token = text(newcomer.somebody().signIn(name, PASSWORD), "$.refreshToken");
        var forged = token.substring(0, token.lastIndexOf('.')) + ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

        assertProblem(refresh(forged), 401, "invalid_refresh_token");

        assertThat(refresh(token)).hasStatusOk();
    }

    @Test
    void signingOutEndsBothTokensOfThatSessionOnly() {
        var id = newcomer.customer();
        var session = newcomer.somebody().signIn(name, PASSWORD);
        var elsewhere = newcomer.somebody().signIn(name, PASSWORD);
        var here = newcomer.somebody().with(text(session, "$.accessToken"));

        assertThat(here.delete("/api/sessions")).hasStatus(204);

        assertProblem(refresh(text(session, "$.refreshToken")), 401, "invalid_refresh_token");
        events.await("accounts", revocationOf(id));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertProblem(here.get("/api/accounts/me"), 401, "invalid_token"));
        assertThat(newcomer.somebody().with(text(elsewhere, "$.accessToken")).get("/api/accounts/me"))
                .hasStatusOk();
    }

    private MvcTestResult refresh(String token) {
        return newcomer.somebody().post("/api/sessions/refresh", "{\"refreshToken\": \"%s\"}".formatted(token));
    }

    private static Predicate<PublishedEvent> revocationOf(String account) {
        return event ->
                event.type().equals("session.revoked") && event.payload().contains(account);
    }
}
