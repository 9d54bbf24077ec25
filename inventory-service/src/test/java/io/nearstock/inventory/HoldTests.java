package io.nearstock.inventory;

import static io.nearstock.inventory.HoldFixtures.LATER;
import static io.nearstock.inventory.HoldFixtures.LEASE;
import static io.nearstock.inventory.HoldFixtures.NOW;
import static io.nearstock.inventory.HoldFixtures.asked;
import static io.nearstock.inventory.HoldFixtures.holdThatIs;
import static io.nearstock.inventory.HoldFixtures.oneShipment;
import static io.nearstock.inventory.HoldFixtures.ship;
import static io.nearstock.inventory.HoldFixtures.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.Transition.Busy;
import io.nearstock.inventory.Transition.Contradiction;
import io.nearstock.inventory.Transition.Progress;
import io.nearstock.inventory.Transition.Repetition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldTests {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
        a hold that is | prepare        | grant         | refuse         | abandon        | claim        | claim by ord_2 | commit         | release    | expire         | ship
        preparing      | preparing      | held          | refused        | abandoned      | busy         | busy           | hold_preparing | released   | hold_preparing | hold_preparing
        held           | hold_held      | hold_held     | hold_held      | hold_held      | claimed      | claimed        | hold_held      | released   | expired        | hold_held
        claimed        | hold_claimed   | hold_claimed  | hold_claimed   | hold_claimed   | repetition   | hold_claimed   | committed      | released   | hold_claimed   | shipped
        committed      | hold_committed | hold_committed| hold_committed | hold_committed | repetition   | hold_claimed   | repetition     | released   | hold_committed | shipped
        shipped        | hold_shipped   | hold_shipped  | hold_shipped   | hold_shipped   | repetition   | hold_claimed   | repetition     | repetition | hold_shipped   | repetition
        released       | hold_released  | hold_released | hold_released  | hold_released  | hold_expired | hold_expired   | repetition     | repetition | hold_released  | hold_released
        expired        | hold_expired   | hold_expired  | hold_expired   | hold_expired   | hold_expired | hold_expired   | hold_expired   | repetition | repetition     | hold_expired
        refused        | hold_refused   | hold_refused  | hold_refused   | hold_refused   | hold_expired | hold_expired   | hold_refused   | repetition | hold_refused   | hold_refused
        abandoned      | preparing      | hold_abandoned| refused        | repetition     | hold_expired | hold_expired   | hold_abandoned | released   | hold_abandoned | hold_abandoned
        """)
    void everyStateAnswersEveryCommand(
            String status,
            String prepare,
            String grant,
            String refuse,
            String abandon,
            String claim,
            String claimByAnother,
            String commit,
            String release,
            String expire,
            String ship) {
        var hold = holdThatIs(status);

        assertThat(answer(hold.prepare(oneShipment(), NOW, HoldSettings.DEFAULTS)))
                .isEqualTo(prepare);
        assertThat(answer(hold.grant(null))).isEqualTo(grant);
        assertThat(answer(hold.refuse(List.of()))).isEqualTo(refuse);
        assertThat(answer(hold.abandon())).isEqualTo(abandon);
        assertThat(answer(hold.claim("ord_1", NOW))).isEqualTo(claim);
        assertThat(answer(hold.claim("ord_2", NOW))).isEqualTo(claimByAnother);
        assertThat(answer(hold.commit("ord_1"))).isEqualTo(commit);
        assertThat(answer(hold.release("customer", NOW, LEASE))).isEqualTo(release);
        assertThat(answer(hold.expire(LATER, LEASE))).isEqualTo(expire);
        assertThat(answer(ship(hold, "shp_1"))).isEqualTo(ship);
    }

    private static String answer(Transition transition) {
        return switch (transition) {
            case Progress(var _, var hold) -> hold.status().name();
            case Repetition _ -> "repetition";
            case Busy _ -> "busy";
            case Contradiction(var code, var _) -> code;
        };
    }

    @Test
    void isTheOrdersOwnAtOnceWhenItIsTakenForIt() {
        var hold = to(holdThatIs("preparing").grant("ord_1"));

        assertThat(hold.status()).isEqualTo(new HoldStatus.Claimed("ord_1"));
        assertThat(hold.nextActionAt()).isNull();
    }

    @Test
    void isNoLongerToBeHadOnceItsTimeIsOver() {
        assertThat(answer(holdThatIs("held").claim("ord_1", LATER))).isEqualTo("hold_expired");
    }

    @Test
    void doesNotExpireBeforeItsTime() {
        assertThat(answer(holdThatIs("held").expire(NOW, LEASE))).isEqualTo("hold_held");
    }

    @Test
    void takesEachAttemptByAStepOfItsOwn() {
        var first = holdThatIs("preparing");
        var second = to(first.prepare(oneShipment(), NOW, HoldSettings.DEFAULTS));

        assertThat(second.openStep().id()).isNotEqualTo(first.openStep().id());
        assertThat(to(first.abandon()).prepare(oneShipment(), NOW, HoldSettings.DEFAULTS))
                .extracting(again -> to(again).openStep().id())
                .isEqualTo(second.openStep().id());
    }

    @Test
    void remembersByWhichStepItsStockWasTakenForGood() {
        assertThat(holdThatIs("held").allotment().granted()).isEqualTo("hld_1.hold.1");
        assertThat(to(holdThatIs("preparing").release("customer", NOW, LEASE))
                        .allotment()
                        .granted())
                .isNull();
    }

    @Test
    void leavesShipmentByShipment() {
        var kettles = Portion.at("hub_1", List.of(new Line("KETTLE-17", 2)));
        var tea = Portion.at("hub_1", List.of(new Line("TEA-50", 1)));

        var first = atRest(to(holdThatIs("committed").ship("shp_1", kettles, NOW, LEASE)));
        var second = to(first.ship("shp_2", tea, NOW, LEASE));

        assertThat(first.status().name()).isEqualTo("committed");
        assertThat(first.allotment().left()).isEqualTo(tea);
        assertThat(answer(first.ship("shp_1", kettles, NOW, LEASE))).isEqualTo("repetition");
        assertThat(second.status().name()).isEqualTo("shipped");
    }

    @Test
    void givesBackOnlyWhatHasNotLeft() {
        var kettles = Portion.at("hub_1", List.of(new Line("KETTLE-17", 2)));
        var partly = atRest(to(holdThatIs("committed").ship("shp_1", kettles, NOW, LEASE)));

        var released = to(partly.release("customer", NOW, LEASE));

        assertThat(released.openStep().portions()).containsExactly(new Portion("TEA-50", "hub_1", 1));
    }

    @Test
    void waitsForStockThatIsStillInMotion() {
        var kettles = Portion.at("hub_1", List.of(new Line("KETTLE-17", 2)));
        var shipping = to(holdThatIs("committed").ship("shp_1", kettles, NOW, LEASE));

        assertThat(answer(shipping.release("customer", NOW, LEASE))).isEqualTo("busy");
        assertThat(answer(ship(shipping, "shp_2"))).isEqualTo("busy");
        assertThat(answer(shipping.ship("shp_1", kettles, NOW, LEASE))).isEqualTo("repetition");
    }

    @Test
    void letsNothingLeaveThatItDoesNotHold() {
        var tooMuch = Portion.at("hub_1", List.of(new Line("TEA-50", 2)));
        var elsewhere = Portion.at("hub_2", List.of(new Line("TEA-50", 1)));

        assertThat(answer(holdThatIs("committed").ship("shp_1", tooMuch, NOW, LEASE)))
                .isEqualTo("not_held");
        assertThat(answer(holdThatIs("committed").ship("shp_1", elsewhere, NOW, LEASE)))
                .isEqualTo("not_held");
    }

    /** What was not granted does not leave, whatever a message says: nothing, less than nothing, or a line told twice. */
    @Test
    void letsNothingLeaveThatWasNotGranted() {
        var tea = new Portion("TEA-50", "hub_1", 1);

        for (var leaving : List.of(List.<Portion>of(), List.of(tea.negated()), List.of(tea.of(0)), List.of(tea, tea))) {
            assertThat(answer(holdThatIs("committed").ship("shp_1", leaving, NOW, LEASE)))
                    .as("%s", leaving)
                    .isEqualTo("not_held");
        }
    }

    @Test
    void becomesTheNextVersionByProgress() {
        assertThat(asked().version()).isZero();
        assertThat(holdThatIs("preparing").version()).isEqualTo(1);
        assertThat(holdThatIs("held").version()).isEqualTo(2);
    }

    /** As it is stored once the rows have changed. */
    private static Hold atRest(Hold hold) {
        return new Hold(
                hold.id(),
                hold.demand(),
                hold.allotment(),
                hold.status(),
                null,
                hold.expiresAt(),
                null,
                hold.version() + 1);
    }
}
