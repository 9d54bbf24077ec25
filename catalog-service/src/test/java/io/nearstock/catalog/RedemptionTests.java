package io.nearstock.catalog;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.PromotionFixtures.pence;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.Redemption.Answer;
import io.nearstock.catalog.Redemption.Answer.Contradiction;
import io.nearstock.catalog.Redemption.Answer.Progress;
import io.nearstock.catalog.Redemption.Answer.Repetition;
import io.nearstock.catalog.Redemption.Basket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedemptionTests {

    private static final RedemptionSettings SETTINGS =
            new RedemptionSettings(Duration.ofMinutes(10), Duration.ofSeconds(10), Duration.ofSeconds(1));
    private static final Duration LATE = Duration.ofMinutes(10);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        state     | prepare       | grant          | claim         | other claim   | claim late   | release   | other release | expire    | returned
        abandoned | preparing     | hold_abandoned | hold_abandoned| hold_abandoned| hold_abandoned| returned | returned      | same      | hold_abandoned
        preparing | preparing     | held           | hold_preparing| hold_preparing| hold_preparing| returned | returned      | same      | hold_preparing
        held      | hold_expired  | hold_expired   | claimed       | claimed       | hold_expired | returning | returning     | returning | hold_expired
        claimed   | hold_claimed  | hold_claimed   | same          | hold_claimed  | same         | returning | same          | same      | hold_claimed
        returning | hold_returning| hold_returning | hold_returning| hold_returning| hold_returning| same     | same          | same      | returned
        returned  | hold_returned | hold_returned  | hold_returned | hold_returned | hold_returned| same      | same          | same      | same
        """, useHeadersInDisplayName = true)
    void answersEachCommandInEachState(
            String state,
            String prepare,
            String grant,
            String claim,
            String otherClaim,
            String claimLate,
            String release,
            String otherRelease,
            String expire,
            String returned) {
        var redemption = redemptionThatIs(state);

        assertThat(answer(redemption.prepare(basket(), NOW, SETTINGS))).isEqualTo(prepare);
        assertThat(answer(redemption.grant())).isEqualTo(grant);
        assertThat(answer(redemption.claim("ord_1", NOW))).isEqualTo(claim);
        assertThat(answer(redemption.claim("ord_2", NOW))).isEqualTo(otherClaim);
        assertThat(answer(redemption.claim("ord_1", NOW.plus(LATE)))).isEqualTo(claimLate);
        assertThat(answer(redemption.release("ord_1", NOW, SETTINGS))).isEqualTo(release);
        assertThat(answer(redemption.release("ord_2", NOW, SETTINGS))).isEqualTo(otherRelease);
        assertThat(answer(redemption.expire(NOW.plus(LATE), SETTINGS))).isEqualTo(expire);
        assertThat(answer(redemption.returned())).isEqualTo(returned);
    }

    @Test
    void expiresNoSoonerThanItSaid() {
        assertThat(redemptionThatIs("held").expire(NOW.plus(LATE).minusMillis(1), SETTINGS))
                .isInstanceOf(Repetition.class);
    }

    @Test
    void noAttemptCanBeMistakenForAnother() {
        var first = redemptionThatIs("preparing");
        var second = after(after(first.abandon()).prepare(basket(), NOW, SETTINGS));

        assertThat(second.takeStep()).isNotEqualTo(first.takeStep());
        assertThat(after(second.grant()).granted()).isEqualTo(2);
    }

    private static Redemption redemptionThatIs(String state) {
        var abandoned = Redemption.unseen("hld_1", NOW);
        return switch (state) {
            case "abandoned" -> abandoned;
            case "preparing" -> after(abandoned.prepare(basket(), NOW, SETTINGS));
            case "held" -> after(redemptionThatIs("preparing").grant());
            case "claimed" -> after(redemptionThatIs("held").claim("ord_1", NOW));
            case "returning" -> after(redemptionThatIs("claimed").release("ord_1", NOW, SETTINGS));
            case "returned" -> after(redemptionThatIs("returning").returned());
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static Basket basket() {
        var line = new QuoteLine("TEA", "prd_1", "Tea", 1, pence(350), List.of(), pence(350));
        return new Basket("acc_1", null, Quote.of(List.of(line)), List.of(new Use("prm_1", "prm_1", 50, 10L, null)));
    }

    private static Redemption after(Answer answer) {
        return ((Progress) answer).redemption();
    }

    private static String answer(Answer answer) {
        return switch (answer) {
            case Progress(var next) -> next.status().name().toLowerCase(Locale.ROOT);
            case Repetition _ -> "same";
            case Contradiction(var code) -> code;
        };
    }
}
