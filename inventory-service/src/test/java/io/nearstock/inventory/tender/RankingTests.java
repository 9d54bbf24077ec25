package io.nearstock.inventory.tender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nearstock.inventory.Feedback;
import io.nearstock.inventory.Money;
import io.nearstock.inventory.Score;
import io.nearstock.inventory.SourcingRequest;
import io.nearstock.inventory.SourcingRequest.Bid;
import io.nearstock.inventory.tender.Ranking.Ranked;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTests {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final Score UNKNOWN = Score.of(
            List.of(), List.of(), List.of(), Feedback.of(List.of(), NOW), LocalDate.ofInstant(NOW, ZoneOffset.UTC));

    /** Fifty are needed. */
    @Test
    void comparesWhatAllThatMustBeBoughtCosts() {
        var ranked = ranked(bid("huge", 400, 1_000_000, 1_000_000), bid("fair", 500, 1, 12), bid("dear", 520, 1, 1));

        assertThat(ranked).extracting(each -> each.bid().supplierId()).containsExactly("dear", "fair", "huge");
        var fair = ranked.get(1);
        assertThat(fair.quantity()).isEqualTo(60);
        assertThat(fair.cost()).isEqualTo(new Money(30_000, "GBP"));
        assertThat(fair.costPerUnit()).isEqualTo(new Money(600, "GBP"));
        assertThat(fair.price()).isCloseTo(26_000 / 30_000.0, within(1e-9));
        assertThat(ranked.getLast().quantity()).isEqualTo(1_000_000);
        assertThat(ranked.getLast().costPerUnit().amount()).isEqualTo(8_000_000);
    }

    /** Whoever bids first: one of the time before bids had to be in pounds. */
    @Test
    void givesNothingForAPriceInAnotherCurrency() {
        var ranked = ranked(
                new Bid("bid_yen", "yen", new Money(1, "JPY"), 1, 1, 3, NOW.minusSeconds(60)), bid("pound", 500, 1, 1));

        assertThat(ranked).extracting(each -> each.bid().supplierId()).containsExactly("pound", "yen");
        assertThat(ranked).extracting(Ranked::price).containsExactly(1.0, 0.0);
    }

    private static List<Ranked> ranked(Bid... bids) {
        var request = SourcingRequest.opened("srq_1", "MUG", "hub_1", 50, null, "staff", NOW);
        for (var bid : bids) {
            request = request.with(bid);
        }
        return new Ranking("GBP", _ -> UNKNOWN).of(request);
    }

    private static Bid bid(String supplier, long cost, int minimum, int pack) {
        return new Bid("bid_" + supplier, supplier, new Money(cost, "GBP"), minimum, pack, 3, NOW);
    }
}
