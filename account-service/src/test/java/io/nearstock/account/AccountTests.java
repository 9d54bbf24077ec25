package io.nearstock.account;

import static io.nearstock.account.AccountFixtures.NOW;
import static io.nearstock.account.AccountFixtures.forgetful;
import static io.nearstock.account.AccountFixtures.registered;
import static io.nearstock.account.AccountFixtures.session;
import static io.nearstock.account.AccountFixtures.verified;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.account.AccountEvent.SessionRevoked;
import io.nearstock.account.Transition.Contradiction;
import io.nearstock.account.Transition.Progress;
import io.nearstock.account.Transition.Repetition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountTests {

    private static final Instant LATER = NOW.plus(Duration.ofDays(2));

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
        an account that is | verifies its email by | with an old mail | with another's | asks for a reset by | resets by
        registered         | progress              | contradiction    | contradiction  | contradiction       | contradiction
        verified           | repetition            | repetition       | contradiction  | progress            | contradiction
        forgetful          | repetition            | repetition       | contradiction  | repetition          | progress
        """)
    void everyStateAnswersEveryCommand(
            String state, String verify, String tooLate, String other, String request, String reset) {
        var account = accountThatIs(state);

        assertThat(answer(account.verifyEmail("vrf_1", NOW))).isEqualTo(verify);
        assertThat(answer(account.verifyEmail("vrf_1", LATER))).isEqualTo(tooLate);
        assertThat(answer(account.verifyEmail("vrf_2", NOW))).isEqualTo(other);
        assertThat(answer(account.requestPasswordReset("rst_2", Duration.ofHours(1), Duration.ofMinutes(1), NOW)))
                .isEqualTo(request);
        assertThat(answer(account.resetPassword("rst_1", "new", NOW))).isEqualTo(reset);
    }

    @Test
    void aNewQuestionReplacesTheOldOne() {
        var again = Proof.asked("vrf_2", NOW.plusSeconds(60), Duration.ofHours(24));
        var asked = (Progress) registered().account().requestVerification(again, Duration.ofMinutes(1));

        assertThat(asked.account().verifyEmail("vrf_1", LATER)).isInstanceOf(Contradiction.class);
        assertThat(asked.account().verifyEmail("vrf_2", NOW)).isInstanceOf(Progress.class);
        assertThat(registered().account().requestVerification(again, Duration.ofMinutes(2)))
                .isInstanceOf(Repetition.class);
        assertThat(verified().requestVerification(again, Duration.ofMinutes(1))).isInstanceOf(Repetition.class);
    }

    @Test
    void aResetAnswersOnceAndInTime() {
        var reset = (Progress) forgetful().resetPassword("rst_1", "new", NOW);

        assertThat(reset.account().resetPassword("rst_1", "newer", NOW)).isInstanceOf(Contradiction.class);
        assertThat(forgetful().resetPassword("rst_1", "new", LATER)).isInstanceOf(Contradiction.class);
        assertThat(reset.account().passwordHash()).isEqualTo("new");
    }

    @Test
    void aResetEndsEverySessionThatBeganBefore() {
        var reset = ((Progress) forgetful().resetPassword("rst_1", "new", NOW));
        var later = Session.start("ses_2", "acc_1", LATER, Duration.ofDays(30));

        assertThat(reset.account().hasEnded(session())).isTrue();
        assertThat(reset.account().hasEnded(later)).isFalse();
        assertThat(reset.events()).containsExactly(new SessionRevoked("acc_1", null, NOW));
    }

    @Test
    void aChangedPasswordSparesTheSessionThatChangedIt() {
        var changed = verified().changePassword("new", "ses_1", List.of("ses_2", "ses_3"), NOW);
        var other = Session.start("ses_2", "acc_1", NOW, Duration.ofDays(30));

        assertThat(changed.account().hasEnded(session())).isFalse();
        assertThat(changed.account().hasEnded(other)).isTrue();
        assertThat(changed.events())
                .containsExactly(new SessionRevoked("acc_1", "ses_2", NOW), new SessionRevoked("acc_1", "ses_3", NOW));
    }

    @Test
    void eachStepIsTheNextVersionAndCountsItsMessages() {
        assertThat(registered().account().version()).isEqualTo(1);
        assertThat(registered().account().messages()).isEqualTo(2);
        assertThat(verified().version()).isEqualTo(2);
        assertThat(verified().messages()).isEqualTo(2);
        assertThat(forgetful().messages()).isEqualTo(3);
    }

    @Test
    void anEmailIsComparedInLowerCase() {
        assertThat(verified().email()).isEqualTo(new Email("Ada@Example.com", "ada@example.com"));
    }

    private static Account accountThatIs(String state) {
        return switch (state) {
            case "registered" -> registered().account();
            case "verified" -> verified();
            case "forgetful" -> forgetful();
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static String answer(Transition transition) {
        return switch (transition) {
            case Progress _ -> "progress";
            case Repetition _ -> "repetition";
            case Contradiction _ -> "contradiction";
        };
    }
}
