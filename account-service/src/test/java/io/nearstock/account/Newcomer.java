package io.nearstock.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody whom the shop does not know yet, in front of the API. */
final class Newcomer {

    private final MockMvcTester http;
    private final Accounts accounts;
    private final Seals seals;
    private final String name = "u" + UUID.randomUUID().toString().substring(0, 12);

    Newcomer(MockMvcTester http, Accounts accounts, Seals seals) {
        this.http = http;
        this.accounts = accounts;
        this.seals = seals;
    }

    String name() {
        return name;
    }

    String email() {
        return name + "@example.com";
    }

    Client somebody() {
        return Client.at(http);
    }

    /** Signs up. Returns the account's id. */
    String customer() {
        assertThat(somebody().signUp(name, email())).hasStatus(202);
        return accounts.byLogin(name).orElseThrow().id();
    }

    /** Follows the link of the account's last verification mail. */
    MvcTestResult verify(String id) {
        var proof = accounts.get(id).verification();
        var token = seals.seal("verification", proof == null ? "" : proof.id());
        return somebody().post("/api/accounts/verify", "{\"token\": \"%s\"}".formatted(token));
    }
}
