package io.nearstock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.inventory.PricedProduct.PriceFrom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PricedProductTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    @Test
    void aPriceHoldsFromTheDayOnWhichItWasSaidLast() {
        var product = news(1, 0, "home", 250)
                .and(news(2, 3, "home", 300))
                .and(news(3, 3, "home/candles", 280))
                .and(news(4, 90, "home/candles", 280));

        assertThat(product.category()).isEqualTo("home/candles");
        assertThat(product.prices())
                .extracting(price -> DAY.until(price.day()).toTotalMonths() + ":" + price.amount())
                .containsExactly("0:250", "0:280", "2:280");
    }

    @Test
    void newsMakeTheSameOfItInAnyOrderHoweverOftenTheyAreTold() {
        var random = new Random(7);
        var told = new ArrayList<>(IntStream.range(0, 40)
                .mapToObj(number -> news(number, number * 3 / 4, "c" + number / 10, 100 + number / 5 * 10))
                .toList());
        var inOrder = all(told);
        for (var attempt = 0; attempt < 50; attempt++) {
            told.add(told.get(random.nextInt(40)));
            Collections.shuffle(told, random);
            var shuffled = all(told);
            assertThat(shuffled.prices()).isEqualTo(inOrder.prices());
            assertThat(shuffled.category()).isEqualTo("c3");
        }
    }

    @Test
    void theSameNewsChangeNothing() {
        var product = news(1, 0, "home", 250);

        assertThat(product.and(news(1, 0, "home", 250))).isSameAs(product);
    }

    @Test
    void repeatedPricesAndVeryOldOnesAreNotKept() {
        var product = IntStream.range(0, 2000)
                .mapToObj(day -> news(day, day, "home", 100))
                .reduce(PricedProduct::and)
                .orElseThrow();
        assertThat(product.prices()).hasSizeLessThan(34);

        var restless = IntStream.range(0, 2000)
                .mapToObj(day -> news(day, day, "home", day))
                .reduce(PricedProduct::and)
                .orElseThrow();
        assertThat(restless.prices()).hasSize(400);
        assertThat(restless.prices().getLast().amount()).isEqualTo(1999);
    }

    private static PricedProduct all(List<PricedProduct> told) {
        return told.stream().reduce(PricedProduct::and).orElseThrow();
    }

    private static PricedProduct news(long sequence, int day, String category, long amount) {
        return PricedProduct.heard("KITE", category, new PriceFrom(DAY.plusDays(day), amount, sequence));
    }
}
