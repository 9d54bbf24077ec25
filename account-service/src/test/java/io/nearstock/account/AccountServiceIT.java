package io.nearstock.account;

import static io.nearstock.account.Client.PASSWORD;
import static io.nearstock.account.Client.assertProblem;
import static io.nearstock.account.Client.body;
import static io.nearstock.account.Client.text;
import static io.nearstock.account.RunningService.ADMIN_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nearstock.testkit.PublishedEvent;
import io.nearstock.testkit.TestEvents;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** The whole service through its API, on a database and a broker. */
@RunningService
class AccountServiceIT {

    private final MockMvcTester http;
    private final TestEvents events;
    private final Accounts accounts;
    private final Seals seals;
    private final String name = "u" + UUID.randomUUID().toString().substring(0, 12);
    private final String email = name + "@example.com";

    AccountServiceIT(MockMvcTester http, TestEvents events, Accounts accounts, Seals seals) {
        this.http = http;
        this.events = events;
        this.accounts = accounts;
        this.seals = seals;
    }

    @Test
    void aStrangerBecomesACustomerWhoSignsInByUsernameAtOnce() {
        assertThat(somebody().signUp(name, email)).hasStatus(202).bodyJson().isEqualTo("{\"status\": \"accepted\"}");

        var me = somebody().signedIn(name).get("/api/accounts/me");

        assertThat(me).hasStatusOk().containsHeader("ETag").hasHeader("Cache-Control", "no-store");
        assertThat(me).bodyJson().isLenientlyEqualTo("""
            {"username": "%s", "email": "%s", "emailVerified": false, "displayName": "Ada", "roles": ["customer"]}\
            """.formatted(name, email));
    }

    @Test
    void signingUpTellsOthersWithoutNamingAnybody() {
        var id = customer();

        var registered = events.await("account.registered", id);
        var asked = events.await("account.verification_requested", id);

        assertThat(registered.sequence()).isEqualTo(1);
        assertThat(asked.sequence()).isEqualTo(2);
        assertThat(Stream.of(registered, asked).map(PublishedEvent::payload)).noneMatch(text -> text.contains(name));
    }

    @Test
    void aUsernameIsGivenOnceWhateverItsCase() {
        somebody().signUp(name, email);

        assertProblem(somebody().signUp(name.toUpperCase(Locale.ROOT), "else" + email), 409, "username_taken");
    }

    @Test
    void ofManyWhoSignUpWithOneUsernameOneWins() throws InterruptedException {
        Callable<Integer> signUp =
                () -> somebody().signUp(name, email).getResponse().getStatus();

        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(crowd.invokeAll(Collections.nCopies(8, signUp)))
                    .extracting(Future::resultNow)
                    .containsOnlyOnce(202)
                    .containsOnly(202, 409);
        }
    }

    @Test
    void anEmailThatIsKnownIsAnsweredLikeAnyOther() {
        verify(customer());

        var second = somebody().signUp("second" + name, email);

        assertThat(second).hasStatus(202).bodyJson().isEqualTo("{\"status\": \"accepted\"}");
    }

    @Test
    void anEmailSignsInOnceItIsVerified() {
        var id = customer();
        assertProblem(somebody().signIn(email, PASSWORD), 401, "invalid_credentials");

        assertThat(verify(id)).hasStatus(204);
        assertThat(verify(id)).hasStatus(204);

        assertThat(somebody().signIn(email.toUpperCase(Locale.ROOT), PASSWORD)).hasStatusOk();
    }

    @Test
    void anEmailIsOneAccountsOnlyAndTheOtherLearnsNothing() {
        var first = customer();
        somebody().signUp("second" + name, email);
        var second = accounts.byLogin("second" + name).orElseThrow().id();
        verify(first);

        var refused = verify(second);
        var forged = somebody().post("/api/accounts/verify", "{\"token\": \"vrf_1.forged\"}");

        assertProblem(refused, 422, "invalid_verification");
        assertThat(withoutTrace(refused)).isEqualTo(withoutTrace(forged));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        short1
        password123
        Qwertyuiop
        NAME
        EMAIL
        """)
    void aPasswordThatIsTriedFirstIsRefused(String password) {
        var chosen = password.replace("NAME", name).replace("EMAIL", email);

        var answer = somebody().post("/api/accounts", """
            {"username": "%s", "email": "%s", "password": "%s"}\
            """.formatted(name, email, chosen));

        assertProblem(answer, 422, "weak_password");
    }

    @Test
    void anUnknownUserAndAWrongPasswordAreAnsweredAlike() {
        customer();

        var wrong = somebody().signIn(name, "not the password");
        var unknown = somebody().signIn("nobody" + name, "not the password");

        assertProblem(wrong, 401, "invalid_credentials");
        assertThat(wrong).containsHeader("WWW-Authenticate");
        assertThat(withoutTrace(wrong)).isEqualTo(withoutTrace(unknown));
        assertThat(wrong.getResponse().getHeaderNames())
                .isEqualTo(unknown.getResponse().getHeaderNames());
    }

    @Test
    void guessingIsSlowedDownButTheOwnerElsewhereIsNot() {
        customer();
        var guesser = somebody();

        var answers =
                Stream.generate(() -> guesser.signIn(name, "guess")).limit(12).toList();

        assertThat(answers.subList(0, 5))
                .allSatisfy(answer -> assertThat(answer).hasStatus(401));
        var slowed = answers.stream()
                .filter(answer -> answer.getResponse().getStatus() == 429)
                .findFirst()
                .orElseThrow();
        assertProblem(slowed, 429, "too_many_attempts");
        assertThat(Long.parseLong(slowed.getResponse().getHeader("Retry-After")))
                .isPositive();
        assertThat(somebody().signIn(name, PASSWORD)).hasStatusOk();
    }

    @Test
    void guessingFromManyAddressesLocksTheOwnerOutOnlyWhereTheyHaveNeverBeen() {
        customer();
        var owner = somebody();
        assertThat(owner.signIn(name, PASSWORD)).hasStatusOk();

        for (var guess = 0; guess <= 50; guess++) {
            var _ = somebody().signIn(name, "guess");
        }

        assertProblem(somebody().signIn(name, PASSWORD), 429, "too_many_attempts");
        assertThat(owner.signIn(name, PASSWORD)).hasStatusOk();
    }

    @Test
    void guessingUnknownLoginsIsSlowedDownAlike() {
        var guesser = somebody();

        var answers =
                Stream.generate(() -> guesser.signIn("nobody" + name, "guess")).limit(12);

        assertThat(answers).anySatisfy(answer -> assertProblem(answer, 429, "too_many_attempts"));
    }

    @Test
    void aRefreshTokenIsExchangedForTheNextOne() {
        customer();
        var first = somebody().signIn(name, PASSWORD);

        var second = refresh(text(first, "$.refreshToken"));

        assertThat(text(second, "$.refreshToken")).isNotEqualTo(text(first, "$.refreshToken"));
        assertThat(somebody().with(text(second, "$.accessToken")).get("/api/accounts/me"))
                .hasStatusOk();
    }

    @Test
    void aParallelRetryOfARefreshGetsTheSameAnswer() {
        customer();
        var token = text(somebody().signIn(name, PASSWORD), "$.refreshToken");

        assertThat(text(refresh(token), "$.refreshToken")).isEqualTo(text(refresh(token), "$.refreshToken"));
    }

    @Test
    void aRefreshTokenThatWasReusedEndsItsSession() {
        var id = customer();
        var first = text(somebody().signIn(name, PASSWORD), "$.refreshToken");
        var third = text(refresh(text(refresh(first), "$.refreshToken")), "$.refreshToken");

        assertProblem(refresh(first), 401, "invalid_refresh_token");

        assertProblem(refresh(third), 401, "invalid_refresh_token");
        assertThat(events.await("accounts", revocationOf(id)).payload()).contains("ses_");
    }

    @Test
    void aForgedRefreshTokenEndsNothing() {
        customer();
        var token = text(somebody().signIn(name, PASSWORD), "$.refreshToken");
        var forged = token.substring(0, token.lastIndexOf('.')) + ".AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

        assertProblem(refresh(forged), 401, "invalid_refresh_token");

        assertThat(refresh(token)).hasStatusOk();
    }

    @Test
    void signingOutEndsBothTokensOfThatSessionOnly() {
        var id = customer();
        var session = somebody().signIn(name, PASSWORD);
        var elsewhere = somebody().signIn(name, PASSWORD);
        var here = somebody().with(text(session, "$.accessToken"));

        assertThat(here.delete("/api/sessions")).hasStatus(204);

        assertProblem(refresh(text(session, "$.refreshToken")), 401, "invalid_refresh_token");
        events.await("accounts", revocationOf(id));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertProblem(here.get("/api/accounts/me"), 401, "invalid_token"));
        assertThat(somebody().with(text(elsewhere, "$.accessToken")).get("/api/accounts/me"))
                .hasStatusOk();
    }

    @Test
    void aForgottenPasswordIsReplacedAndEveryoneIsSignedOut() {
        var id = customer();
        verify(id);
        var session = somebody().signIn(name, PASSWORD);
        assertThat(somebody().post("/api/accounts/password-reset", "{\"email\": \"%s\"}".formatted(email)))
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
        assertThat(somebody().post("/api/accounts/password-reset/confirm", confirmation))
                .hasStatus(204);

        assertProblem(somebody().post("/api/accounts/password-reset/confirm", confirmation), 422, "invalid_reset");
        assertProblem(refresh(text(session, "$.refreshToken")), 401, "invalid_refresh_token");
        assertProblem(somebody().signIn(name, PASSWORD), 401, "invalid_credentials");
        var fresh = somebody().with(text(somebody().signIn(name, "a better kettle of tea"), "$.accessToken"));
        var old = somebody().with(text(session, "$.accessToken"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertProblem(old.get("/api/accounts/me"), 401, "invalid_token"));
        assertThat(fresh.get("/api/accounts/me")).hasStatusOk();
    }

    @Test
    void aResetForAStrangersEmailIsAnsweredAlike() {
        assertThat(somebody().post("/api/accounts/password-reset", "{\"email\": \"%s\"}".formatted(email)))
                .hasStatus(202)
                .bodyJson()
                .isEqualTo("{\"status\": \"accepted\"}");
    }

    @Test
    void aChangedPasswordSparesTheSessionThatChangedIt() {
        customer();
        var here = somebody().signIn(name, PASSWORD);
        var elsewhere = somebody().signIn(name, PASSWORD);
        var me = somebody().with(text(here, "$.accessToken"));

        assertProblem(change(me, "not my password"), 422, "wrong_password");
        assertThat(change(me, PASSWORD)).hasStatus(204);

        assertThat(refresh(text(here, "$.refreshToken"))).hasStatusOk();
        assertProblem(refresh(text(elsewhere, "$.refreshToken")), 401, "invalid_refresh_token");
        var there = somebody().with(text(elsewhere, "$.accessToken"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertProblem(there.get("/api/accounts/me"), 401, "invalid_token"));
        assertThat(me.get("/api/accounts/me")).hasStatusOk();
    }

    @Test
    void anOldPasswordIsGuessedNoFasterThanAtTheFrontDoor() {
        customer();
        var me = somebody().signedIn(name);

        var answers = Stream.generate(() -> change(me, "guess")).limit(12);

        assertThat(answers).anySatisfy(answer -> assertProblem(answer, 429, "too_many_attempts"));
    }

    @Test
    void aLostVerificationMailIsSentAgainButNotAtEachClick() {
        var id = customer();
        var me = somebody().signedIn(name);
        var first = accounts.get(id).verification();

        assertThat(me.post("/api/accounts/me/verification", "")).hasStatus(202);

        assertThat(accounts.get(id).verification()).isEqualTo(first);
    }

    @Test
    void aProfileIsChangedAsItWasLastSeen() {
        customer();
        var me = somebody().signedIn(name);
        var tag = me.get("/api/accounts/me").getResponse().getHeader("ETag");
        var patch = """
            {"displayName": null, "interests": ["tea"], "addresses": [{"label": "home", "line1": "1 Mill Road",
             "city": "Cambridge", "postcode": "CB1 2AD", "country": "GB",
             "position": {"type": "Point", "coordinates": [0.1365, 52.2003]}}]}\
            """;

        assertProblem(me.patch("/api/accounts/me", patch, null), 428, "if_match_required");
        var changed = me.patch("/api/accounts/me", patch, tag);
        assertProblem(me.patch("/api/accounts/me", patch, tag), 412, "stale_version");

        assertThat(changed).hasStatusOk().containsHeader("ETag");
        assertThat(changed)
                .bodyJson()
                .extractingPath("$.addresses[0].position.coordinates[0]")
                .isEqualTo(0.1365);
        assertThat(body(changed)).doesNotContain("Ada");
        assertThat(me.get("/api/accounts/me"))
                .bodyJson()
                .extractingPath("$.interests")
                .isEqualTo(List.of("tea"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"roles": ["admin"]}                          | 400 | unknown_field   | /roles
        {"addresses": [{"lbl": "home"}]}              | 400 | unknown_field   | /addresses/0/lbl
        {"addresses": "none"}                         | 400 | malformed_body  | /addresses
        {"locale": "English please"}                  | 422 | invalid_request | /locale
        {"addresses": [{"label": "home"}]}            | 422 | invalid_request | *
        """)
    void aProfileThatMakesNoSenseIsRefused(String patch, int status, String code, String pointer) {
        customer();
        var me = somebody().signedIn(name);
        var tag = me.get("/api/accounts/me").getResponse().getHeader("ETag");

        var answer = me.patch("/api/accounts/me", patch, tag);

        assertProblem(answer, status, code);
        if (!pointer.equals("*")) {
            assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo(pointer);
        }
    }

    @Test
    void theFirstAdministratorGivesRolesAndStaffDoNotMakeStaff() {
        var admin = somebody().with(text(somebody().signIn("admin", ADMIN_PASSWORD), "$.accessToken"));

        var staff = open(admin, "staff" + name, "\"roles\": [\"staff\"], \"scopes\": [\"orders\"]");
        assertThat(staff)
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.emailVerified")
                .isEqualTo(true);
        var clerk = somebody().signedIn("staff" + name + "@example.com");

        assertProblem(open(clerk, "boss" + name, "\"roles\": [\"admin\"]"), 403, "forbidden");
        assertThat(open(clerk, "mover" + name, "\"roles\": [\"mover\"], \"moverId\": \"mov_1\""))
                .hasStatus(201);
        assertProblem(open(clerk, "supp" + name, "\"roles\": [\"supplier\"]"), 422, "invalid_request");
        assertProblem(open(clerk, "staff" + name, "\"roles\": [\"customer\"]"), 409, "username_taken");
        assertProblem(open(somebody(), "x" + name, "\"roles\": [\"customer\"]"), 401, "unauthenticated");
        customer();
        assertProblem(open(somebody().signedIn(name), "x" + name, "\"roles\": [\"customer\"]"), 403, "forbidden");
    }

    private Client somebody() {
        return Client.at(http);
    }

    private String customer() {
        assertThat(somebody().signUp(name, email)).hasStatus(202);
        return accounts.byLogin(name).orElseThrow().id();
    }

    private MvcTestResult verify(String id) {
        var proof = accounts.get(id).verification();
        var token = seals.seal("verification", proof == null ? "" : proof.id());
        return somebody().post("/api/accounts/verify", "{\"token\": \"%s\"}".formatted(token));
    }

    private MvcTestResult refresh(String token) {
        return somebody().post("/api/sessions/refresh", "{\"refreshToken\": \"%s\"}".formatted(token));
    }

    private static MvcTestResult change(Client me, String current) {
        return me.post("/api/accounts/me/password", """
            {"currentPassword": "%s", "password": "a better kettle of tea"}\
            """.formatted(current));
    }

    private static MvcTestResult open(Client by, String username, String access) {
        return by.post("/api/admin/accounts", """
            {"username": "%s", "email": "%s@example.com", "password": "%s", %s}\
            """.formatted(username, username, PASSWORD, access));
    }

    private static Predicate<PublishedEvent> revocationOf(String account) {
        return event ->
                event.type().equals("session.revoked") && event.payload().contains(account);
    }

    private static String withoutTrace(MvcTestResult answer) {
        return body(answer).replaceAll("\"traceId\":\"[^\"]*\"", "");
    }
}
