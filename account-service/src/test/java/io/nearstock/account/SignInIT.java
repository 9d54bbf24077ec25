package io.nearstock.account;

import static io.nearstock.account.Client.PASSWORD;
import static io.nearstock.account.Client.assertProblem;
import static io.nearstock.account.Client.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Guessing is slow, and tells nothing. */
@RunningService
class SignInIT {

    private final Newcomer newcomer;
    private final String name;

    SignInIT(MockMvcTester http, Accounts accounts, Seals seals) {
        this.newcomer = new Newcomer(http, accounts, seals);
        this.name = newcomer.name();
    }

    @Test
    void anUnknownUserAndAWrongPasswordAreAnsweredAlike() {
        newcomer.customer();

        var wrong = newcomer.somebody().signIn(name, "not the password");
        var unknown = newcomer.somebody().signIn("nobody" + name, "not the password");

        assertProblem(wrong, 401, "invalid_credentials");
        assertThat(wrong).containsHeader("WWW-Authenticate");
        assertThat(withoutTrace(wrong)).isEqualTo(withoutTrace(unknown));
        assertThat(wrong.getResponse().getHeaderNames())
                .isEqualTo(unknown.getResponse().getHeaderNames());
    }

    @Test
    void guessingIsSlowedDownButTheOwnerElsewhereIsNot() {
        newcomer.customer();
        var guesser = newcomer.somebody();

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
        assertThat(newcomer.somebody().signIn(name, PASSWORD)).hasStatusOk();
    }

    @Test
    void guessingFromManyAddressesLocksTheOwnerOutOnlyWhereTheyHaveNeverBeen() {
        newcomer.customer();
        var owner = newcomer.somebody();
        assertThat(owner.signIn(name, PASSWORD)).hasStatusOk();

        for (var guess = 0; guess <= 50; guess++) {
            var _ = newcomer.somebody().signIn(name, "guess");
        }

        assertProblem(newcomer.somebody().signIn(name, PASSWORD), 429, "too_many_attempts");
        assertThat(owner.signIn(name, PASSWORD)).hasStatusOk();
    }

    @Test
    void guessingUnknownLoginsIsSlowedDownAlike() {
        var guesser = newcomer.somebody();

        var answers =
                Stream.generate(() -> guesser.signIn("nobody" + name, "guess")).limit(12);

        assertThat(answers).anySatisfy(answer -> assertProblem(answer, 429, "too_many_attempts"));
    }

    private static String withoutTrace(MvcTestResult answer) {
        return body(answer).replaceAll("\"traceId\":\"[^\"]*\"", "");
    }
}
