package io.nearstock.account;

import static io.nearstock.account.Client.PASSWORD;
import static io.nearstock.account.Client.assertProblem;
import static io.nearstock.account.Client.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nearstock.testkit.TestEvents;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** A password that was forgotten, and one that is changed. */
@RunningService
class PasswordIT {

    private final Newcomer newcomer;
    private final TestEvents events;
    private final Seals seals;
    private final String name;
    private final String email;

    PasswordIT(MockMvcTester http, TestEvents events, Accounts accounts, Seals seals) {
        this.newcomer = new Newcomer(http, accounts, seals);
        this.events = events;
        this.seals = seals;
        this.name = newcomer.name();
        this.email = newcomer.email();
    }

    @Test
    void aForgottenPasswordIsReplacedAndEveryoneIsSignedOut() {
        var id = newcomer.customer();
        newcomer.verify(id);
        var session = newcomer.somebody().signIn(name, PASSWORD);
        assertThat(newcomer.somebody().post("/api/accounts/password-reset", "{\"email\": \"%s\"}".formatted(email)))
                .hasStatus(202)
                .bodyJson()
                .isEqualTo("{\"status\": \"accepted\"}");
        var request = new JsonMapper()
                .readTree(events.await("account.password_reset_requested", id).payload())
                .get("requestId")
                .asString();

        var confirmation = """
            {"token": "%s", "password": "a better kettle of tea"}\
            """.formatted(seals.seal("password-reset", request));
        assertThat(newcomer.somebody().post("/api/accounts/password-reset/confirm", confirmation))
                .hasStatus(204);

        assertProblem(
                newcomer.somebody().post("/api/accounts/password-reset/confirm", confirmation), 422, "invalid_reset");
        assertProblem(refresh(text(session, "$.refreshToken")), 401, "invalid_refresh_token");
        assertProblem(newcomer.somebody().signIn(name, PASSWORD), 401, "invalid_credentials");
        var fresh = newcomer.somebody()
                .with(text(newcomer.somebody().signIn(name, "a better kettle of tea"), "$.accessToken"));
        var old = newcomer.somebody().with(text(session, "$.accessToken"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertProblem(old.get("/api/accounts/me"), 401, "invalid_token"));
        assertThat(fresh.get("/api/accounts/me")).hasStatusOk();
    }

    @Test
    void aResetForAStrangersEmailIsAnsweredAlike() {
        assertThat(newcomer.somebody().post("/api/accounts/password-reset", "{\"email\": \"%s\"}".formatted(email)))
                .hasStatus(202)
                .bodyJson()
                .isEqualTo("{\"status\": \"accepted\"}");
    }

    @Test
    void aChangedPasswordSparesTheSessionThatChangedIt() {
        newcomer.customer();
        var here = newcomer.somebody().signIn(name, PASSWORD);
        var elsewhere = newcomer.somebody().signIn(name, PASSWORD);
        var me = newcomer.somebody().with(text(here, "$.accessToken"));

        assertProblem(change(me, "not my password"), 422, "wrong_password");
        assertThat(change(me, PASSWORD)).hasStatus(204);

        assertThat(refresh(text(here, "$.refreshToken"))).hasStatusOk();
        assertProblem(refresh(text(elsewhere, "$.refreshToken")), 401, "invalid_refresh_token");
        var there = newcomer.somebody().with(text(elsewhere, "$.accessToken"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertProblem(there.get("/api/accounts/me"), 401, "invalid_token"));
        assertThat(me.get("/api/accounts/me")).hasStatusOk();
    }

    @Test
    void anOldPasswordIsGuessedNoFasterThanAtTheFrontDoor() {
        newcomer.customer();
        var me = newcomer.somebody().signedIn(name);

        var answers = Stream.generate(() -> change(me, "guess")).limit(12);

        assertThat(answers).anySatisfy(answer -> assertProblem(answer, 429, "too_many_attempts"));
    }

    private MvcTestResult refresh(String token) {
        return newcomer.somebody().post("/api/sessions/refresh", "{\"refreshToken\": \"%s\"}".formatted(token));
    }

    private static MvcTestResult change(Client me, String current) {
        return me.post("/api/accounts/me/password", """
            {"currentPassword": "%s", "password": "a better kettle of tea"}\
            """.formatted(current));
    }
}
