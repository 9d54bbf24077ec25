package io.nearstock.account;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static io.nearstock.account.Client.PASSWORD;
import static io.nearstock.account.Client.assertProblem;
import static io.nearstock.account.Client.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.nearstock.testkit.PublishedEvent;
import io.nearstock.testkit.TestEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How strangers become customers, and what others learn of it. */
@RunningService
class SignUpIT {

    private final Newcomer newcomer;
    private final TestEvents events;
    private final Accounts accounts;
    private final MongoDatabase database;
    private final String name;
    private final String email;

    SignUpIT(MockMvcTester http, TestEvents events, Accounts accounts, Seals seals, MongoDatabase database) {
        this.newcomer = new Newcomer(http, accounts, seals);
        this.events = events;
        this.accounts = accounts;
        this.database = database;
        this.name = newcomer.name();
        this.email = newcomer.email();
    }

    @Test
    void aStrangerBecomesACustomerWhoSignsInByUsernameAtOnce() {
        assertThat(newcomer.somebody().signUp(name, email))
                .hasStatus(202)
                .bodyJson()
                .isEqualTo("{\"status\": \"accepted\"}");

        var me = newcomer.somebody().signedIn(name).get("/api/accounts/me");

        assertThat(me).hasStatusOk().containsHeader("ETag").hasHeader("Cache-Control", "no-store");
        assertThat(me).bodyJson().isLenientlyEqualTo("""
            {"username": "%s", "email": "%s", "emailVerified": false, "displayName": "Ada", "roles": ["customer"]}\
            """.formatted(name, email));
    }

    @Test
    void signingUpTellsOthersWithoutNamingAnybody() {
        var id = newcomer.customer();

        var registered = events.await("account.registered", id);
        var asked = events.await("account.verification_requested", id);

        assertThat(registered.sequence()).isEqualTo(1);
        assertThat(asked.sequence()).isEqualTo(2);
        assertThat(Stream.of(registered, asked).map(PublishedEvent::payload)).noneMatch(text -> text.contains(name));
    }

    @Test
    void aUsernameIsGivenOnceWhateverItsCase() {
        newcomer.somebody().signUp(name, email);

        assertProblem(newcomer.somebody().signUp(name.toUpperCase(Locale.ROOT), "else" + email), 409, "username_taken");
    }

    @Test
    void whoeverAsksAgainWithTheirKeyIsAnsweredAsBefore() {
        var key = "key of " + name;
        newcomer.somebody().signUp(name, email, key);
        var id = accounts.byLogin(name).orElseThrow().id();

        var again = newcomer.somebody().signUp(name, email, key);

        assertThat(again).hasStatus(202).hasHeader("Idempotent-Replayed", "true");
        assertProblem(newcomer.somebody().signUp(name, "else" + email, key), 422, "idempotency_key_reused");
        assertProblem(newcomer.somebody().signUp(name, email), 409, "username_taken");
        assertThat(accounts.byLogin(name).orElseThrow().id()).isEqualTo(id);
    }

    @Test
    void whoseAccountIsThereThoughTheAnswerWasLostHasIt() {
        var key = "key of " + name;
        newcomer.somebody().signUp(name, email, key);
        var id = accounts.byLogin(name).orElseThrow().id();
        database.getCollection("idempotency")
                .updateOne(eq("resourceId", id), combine(unset("answer"), set("leaseUntil", Instant.EPOCH)));

        var again = newcomer.somebody().signUp(name, email, key);

        assertThat(again).hasStatus(202).doesNotContainHeader("Idempotent-Replayed");
        assertThat(accounts.byLogin(name).orElseThrow().id()).isEqualTo(id);
    }

    /** Nobody who reads the database may try passwords on what it keeps of a request. */
    @Test
    void whatIsKeptOfARequestDoesNotTellItsPassword() {
        var both = List.of("one key of " + name, "another key of " + name);
        both.forEach(key -> newcomer.somebody().signUp(name, email, key));

        var kept = database.getCollection("idempotency").find().map(found -> found.getString("fingerprint"));

        assertThat(kept.into(new ArrayList<>())).doesNotHaveDuplicates();
    }

    @Test
    void ofManyWhoSignUpWithOneUsernameOneWins() throws InterruptedException {
        Callable<Integer> signUp =
                () -> newcomer.somebody().signUp(name, email).getResponse().getStatus();

        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(crowd.invokeAll(Collections.nCopies(8, signUp)))
                    .extracting(Future::resultNow)
                    .containsOnlyOnce(202)
                    .containsOnly(202, 409);
        }
    }

    @Test
    void anEmailThatIsKnownIsAnsweredLikeAnyOther() {
        newcomer.verify(newcomer.customer());

        var second = newcomer.somebody().signUp("second" + name, email);

        assertThat(second).hasStatus(202).bodyJson().isEqualTo("{\"status\": \"accepted\"}");
    }

    @Test
    void anEmailSignsInOnceItIsVerified() {
        var id = newcomer.customer();
        assertProblem(newcomer.somebody().signIn(email, PASSWORD), 401, "invalid_credentials");

        assertThat(newcomer.verify(id)).hasStatus(204);
        assertThat(newcomer.verify(id)).hasStatus(204);

        assertThat(newcomer.somebody().signIn(email.toUpperCase(Locale.ROOT), PASSWORD))
                .hasStatusOk();
    }

    @Test
    void anEmailIsOneAccountsOnlyAndTheOtherLearnsNothing() {
        var first = newcomer.customer();
        newcomer.somebody().signUp("second" + name, email);
        var second = accounts.byLogin("second" + name).orElseThrow().id();
        newcomer.verify(first);

        var refused = newcomer.verify(second);
        var forged = newcomer.somebody().post("/api/accounts/verify", "{\"token\": \"vrf_1.forged\"}");

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

        var answer = newcomer.somebody().post("/api/accounts", """
            {"username": "%s", "email": "%s", "password": "%s"}\
            """.formatted(name, email, chosen));

        assertProblem(answer, 422, "weak_password");
    }

    @Test
    void aLostVerificationMailIsSentAgainButNotAtEachClick() {
        var id = newcomer.customer();
        var me = newcomer.somebody().signedIn(name);
        var first = accounts.get(id).verification();

        assertThat(me.post("/api/accounts/me/verification", "")).hasStatus(202);

        assertThat(accounts.get(id).verification()).isEqualTo(first);
    }

    private static String withoutTrace(MvcTestResult answer) {
        return body(answer).replaceAll("\"traceId\":\"[^\"]*\"", "");
    }
}
