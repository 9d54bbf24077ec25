package io.nearstock.acceptance.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.acceptance.shop.Answer;
import io.nearstock.acceptance.shop.Api;
import io.nearstock.acceptance.shop.Person;
import io.nearstock.acceptance.shop.World;
import io.nearstock.acceptance.stack.RunningStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guessing passwords and names. Guessers sit at addresses of their own, 127.0.0.x, which Linux lets anybody use. */
@ExtendWith(RunningStack.class)
class GuessingIT {

    private static final String PASSWORD = "plum-Lantern 47 quay";
    private static final int FREE_FROM_AN_ADDRESS = 5;
    private static final int SAMPLES = 12;

    private final World world;

    GuessingIT(World world) {
        this.world = world;
    }

    @Test
    void whoGuessesAtOneLoginHasToWait() {
        var owner = world.newCustomer();
        var guesser = world.everybody().from("127.0.0.50");

        var answers = new ArrayList<Answer>();
        for (var guess = 0; guess < 2 * FREE_FROM_AN_ADDRESS; guess++) {
            answers.add(signIn(guesser, owner.username(), "guess number " + guess));
        }

        var last = answers.getLast().isProblem(429, "too_many_attempts");
        assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
        signIn(guesser, owner.username(), owner.password()).isProblem(429, "too_many_attempts");
        signIn(world.everybody(), owner.username(), owner.password()).is(200);
    }

    @Test
    void neitherAnswerNorTimeTellsWhetherALoginExists() {
        var known = people(SAMPLES);
        var guesser = world.everybody().from("127.0.0.52");
        var wrong = new ArrayList<Timed>();
        var unknown = new ArrayList<Timed>();
        for (var person : known) {
            wrong.add(timed(() -> signIn(guesser, person.username(), "not my password 1")));
            unknown.add(timed(() -> signIn(guesser, World.unique("nobody-"), "not my password 1")));
        }

        assertAlike(wrong, unknown, 401);
    }

    @Test
    void neitherAnswerNorTimeOfASignUpTellsWhetherAnEmailIsKnown() {
        var known = people(1).getFirst();
        var first = new ArrayList<Timed>();
        var again = new ArrayList<Timed>();
        for (var sample = 0; sample < SAMPLES; sample++) {
            first.add(timed(() -> signUp(World.unique("new-"), World.unique("new-") + "@example.com", PASSWORD)));
            again.add(timed(() -> signUp(World.unique("new-"), known.email(), PASSWORD)));
        }

        assertAlike(first, again, 202);
    }

    @Test
    void neitherAnswerNorTimeOfAResetTellsWhetherAnEmailIsKnown() {
        var known = people(1).getFirst();
        var first = new ArrayList<Timed>();
        var again = new ArrayList<Timed>();
        for (var sample = 0; sample < SAMPLES; sample++) {
            first.add(timed(() -> reset(World.unique("nobody-") + "@example.com")));
            again.add(timed(() -> reset(known.email())));
        }

        assertAlike(first, again, 202);
    }

    @ParameterizedTest
    @CsvSource({
        "short7!, weak_password",
        "password, weak_password",
        "Password123, weak_password",
        "ｐａｓｓｗｏｒｄ, weak_password",
        "nearstock1, weak_password",
        "qwertyuiop, weak_password"
    })
    void passwordsThatAreTriedFirstAreRefused(String password, String code) {
        signUp(World.unique("pw-"), World.unique("pw-") + "@example.com", password)
                .isProblem(422, code);
    }

    @ParameterizedTest
    @CsvSource({"all lower case words", "пароль и чайник", "🫖🫖🫖🫖🫖🫖🫖🫖", "12345 small ducks"})
    void anyOtherIsTakenWhateverItIsMadeOf(String password) {
        var name = World.unique("pw-");
        signUp(name, name + "@example.com", password).is(202);
        signIn(world.everybody(), name, password).is(200);
    }

    @Test
    void aPasswordIsTheSameHoweverTheKeyboardComposesIt() {
        var name = World.unique("pw-");
        signUp(name, name + "@example.com", "caf\u00e9 by the quay").is(202);

        signIn(world.everybody(), name, "cafe\u0301 by the quay").is(200);
    }

    private record Timed(Answer answer, long nanos) {}

    private static Timed timed(Supplier<Answer> request) {
        var start = System.nanoTime();
        return new Timed(request.get(), System.nanoTime() - start);
    }

    /** A hash that one side leaves out would make it many times as quick; a busy machine makes none twice as slow. */
    private static void assertAlike(List<Timed> some, List<Timed> others, int status) {
        assertThat(some).allSatisfy(one -> one.answer().is(status));
        assertThat(others).allSatisfy(one -> one.answer().is(status));
        assertThat(told(some.getFirst().answer()))
                .isEqualTo(told(others.getFirst().answer()));
        assertThat((double) median(some) / median(others))
                .as("ratio of the medians")
                .isBetween(1 / 3.0, 3.0);
    }

    private static String told(Answer answer) {
        return answer.raw().replaceAll("\"traceId\":\"[^\"]*\"", "");
    }

    private static long median(List<Timed> samples) {
        return samples.stream()
                .mapToLong(Timed::nanos)
                .sorted()
                .skip(samples.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private List<Person> people(int count) {
        return Stream.generate(world::newCustomer).limit(count).toList();
    }

    private static Answer signIn(Api from, String login, String password) {
        return from.post("/api/sessions", Map.of("login", login, "password", password));
    }

    private Answer signUp(String username, String email, String password) {
        return world.everybody()
                .post("/api/accounts", Map.of("username", username, "email", email, "password", password));
    }

    private Answer reset(String email) {
        return world.everybody().post("/api/accounts/password-reset", Map.of("email", email));
    }
}
