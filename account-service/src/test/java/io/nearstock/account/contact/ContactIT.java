package io.nearstock.account.contact;

import static io.nearstock.account.Client.assertProblem;
import static io.nearstock.account.Client.body;
import static io.nearstock.account.Client.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.account.Accounts;
import io.nearstock.account.Client;
import io.nearstock.account.RunningService;
import io.nearstock.testkit.Contracts;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@RunningService
class ContactIT {

    private final MockMvcTester http;
    private final Accounts accounts;
    private final String name = "c" + UUID.randomUUID().toString().substring(0, 12);

    ContactIT(MockMvcTester http, Accounts accounts) {
        this.http = http;
        this.accounts = accounts;
    }

    @Test
    void aServiceLearnsWhomToWriteTo() {
        var contact = orderService().get("/internal/accounts/" + customer() + "/contact");

        assertThat(fields(contact)).isEqualTo(fieldsOf("account-contact.response"));
        assertThat(contact).bodyJson().isLenientlyEqualTo("""
            {"email": "%s@example.com", "displayName": "Ada", "locale": "en-GB", "verified": false}\
            """.formatted(name));
    }

    @Test
    void anAccountThatIsNotThereIsNotFound() {
        assertProblem(orderService().get("/internal/accounts/acc_none/contact"), 404, "not_found");
    }

    @Test
    void theTokenForAMailVerifiesTheEmail() {
        var id = customer();
        var question = orderService().get("/internal/accounts/" + id + "/verifications/" + verification(id));

        assertThat(fields(question)).isEqualTo(fieldsOf("account-verification.response"));
        var answer = "{\"token\": \"%s\"}".formatted(text(question, "$.token"));
        assertThat(Client.at(http).post("/api/accounts/verify", answer)).hasStatus(204);

        assertThat(accounts.get(id).email().isVerified()).isTrue();
        var again = orderService().get("/internal/accounts/" + id + "/verifications/" + verification(id));
        assertProblem(again, 404, "not_found");
    }

    @Test
    void theTokenForAMailReplacesAForgottenPassword() {
        var id = customer();
        verify(id);
        var email = "{\"email\": \"%s@example.com\"}".formatted(name);
        assertThat(Client.at(http).post("/api/accounts/password-reset", email)).hasStatus(202);

        var question = orderService().get("/internal/accounts/" + id + "/password-resets/" + passwordReset(id));

        assertThat(fields(question)).isEqualTo(fieldsOf("account-password-reset.response"));
        var answer =
                "{\"token\": \"%s\", \"password\": \"a better kettle of tea\"}".formatted(text(question, "$.token"));
        assertThat(Client.at(http).post("/api/accounts/password-reset/confirm", answer))
                .hasStatus(204);
    }

    @Test
    void aRequestOfAnotherAccountIsNotFound() {
        var id = customer();

        assertProblem(orderService().get("/internal/accounts/" + id + "/verifications/vrf_1"), 404, "not_found");
        assertProblem(orderService().get("/internal/accounts/" + id + "/password-resets/rst_1"), 404, "not_found");
    }

    @Test
    void anAddressIsFoundByItsLabelWhateverItsCase() {
        var id = customer();
        var me = Client.at(http).signedIn(name);
        var tag = me.get("/api/accounts/me").getResponse().getHeader("ETag");
        var patch = "{\"addresses\": [" + Contracts.call("account-address.response") + "]}";
        assertThat(me.patch("/api/accounts/me", patch, tag)).hasStatusOk();

        var address = orderService().get("/internal/accounts/" + id + "/addresses/Home");

        assertThat(address).bodyJson().isEqualTo(Contracts.call("account-address.response"));
        assertProblem(orderService().get("/internal/accounts/" + id + "/addresses/work"), 404, "not_found");
    }

    @Test
    void nobodyElseMayAsk() {
        var id = customer();

        assertProblem(Client.at(http).signedIn(name).get("/internal/accounts/" + id + "/contact"), 403, "forbidden");
        assertProblem(Client.at(http).get("/internal/accounts/" + id + "/contact"), 401, "unauthenticated");
    }

    private Client orderService() {
        var nobody = Client.at(http);
        return nobody.with(text(nobody.token("order-service", "order secret"), "$.access_token"));
    }

    private String customer() {
        assertThat(Client.at(http).signUp(name, name + "@example.com")).hasStatus(202);
        return accounts.byLogin(name).orElseThrow().id();
    }

    private String verification(String id) {
        var proof = accounts.get(id).verification();
        return proof == null ? "" : proof.id();
    }

    private String passwordReset(String id) {
        var proof = accounts.get(id).passwordReset();
        return proof == null ? "" : proof.id();
    }

    private void verify(String id) {
        var question = orderService().get("/internal/accounts/" + id + "/verifications/" + verification(id));
        var answer = "{\"token\": \"%s\"}".formatted(text(question, "$.token"));
        assertThat(Client.at(http).post("/api/accounts/verify", answer)).hasStatus(204);
    }

    private static Set<String> fields(MvcTestResult answer) {
        return Set.copyOf(new JsonMapper().readTree(body(answer)).propertyNames());
    }

    private static Set<String> fieldsOf(String call) {
        return Set.copyOf(new JsonMapper().readTree(Contracts.call(call)).propertyNames());
    }
}
