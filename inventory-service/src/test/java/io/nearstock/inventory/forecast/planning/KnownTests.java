package io.nearstock.inventory.forecast.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.PricedProduct;
import io.nearstock.inventory.PricedProduct.PriceFrom;
import io.nearstock.inventory.PromotedTime;
import io.nearstock.inventory.StockRow;
import io.nearstock.inventory.forecast.SeriesKey;
import io.nearstock.inventory.forecast.planning.Circumstances.Known;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ten days of the past and seven to come. */
class KnownTests {

    private static final LocalDate START = LocalDate.of(2026, 12, 15);
    private static final StockRow CANDLE = StockRow.empty("CANDLE", "hub_1");
    private static final StockRow STRANGER = StockRow.empty("STRANGER", "hub_1");

    private final Known known = new Known(
            Map.of("CANDLE", candle()),
            List.of(promoted("home", -3, 1), promoted("homes", 4, 5), promoted("home/candles", 16, 40)),
            Map.of(START.plusDays(10), List.of("Christmas")),
            START,
            START.plusDays(17));

    private static PricedProduct candle() {
        return PricedProduct.heard("CANDLE", "home/candles", new PriceFrom(START.minusDays(30), 250, 1))
                .and(PricedProduct.heard("CANDLE", "home/candles", new PriceFrom(START.plusDays(4), 199, 2)));
    }

    private static PromotedTime promoted(String category, int from, int until) {
        return new PromotedTime(
                category, List.of(), List.of(category), START.plusDays(from), START.plusDays(until), true, 1);
    }

    @Test
    void aCategoryIsADepartmentAndItsFirstPart() {
        assertThat(known.key(CANDLE)).isEqualTo(new SeriesKey("CANDLE", "home/candles", "home", "hub_1", ""));
        assertThat(known.key(STRANGER)).isEqualTo(new SeriesKey("STRANGER", "", "", "hub_1", ""));
    }

    @Test
    void aPriceHoldsFromItsDay() {
        var prices = known.prices(CANDLE);

        assertThat(prices.at(3)).isEqualTo(250);
        assertThat(prices.at(4)).isEqualTo(199);
        assertThat(known.prices(STRANGER).isKnown()).isFalse();
    }

    @Test
    void promotionsAndEventsAreSpecialDaysUpToTheEnd() {
        var specials = known.specials(CANDLE);

        assertThat(specials.between(-10, 100)).containsExactly(0, 1, 10, 16);
        assertThat(specials.on(0)).containsExactly("promotion");
        assertThat(known.specials(STRANGER).between(-10, 100)).containsExactly(10);
        assertThat(known.specials(STRANGER).on(10)).containsExactly("Christmas");
    }

    @Test
    void treesSeeEventsComing() {
        assertThat(known.calendar().day(10).events()).containsExactly("Christmas");
        assertThat(known.calendar().eventCode(10)).isPositive();
        assertThat(known.calendar().eventCode(9)).isZero();
    }
}
