package io.nearstock.catalog.quote;

import static io.nearstock.catalog.ProductFixtures.offered;
import static io.nearstock.catalog.PromotionFixtures.alone;
import static io.nearstock.catalog.PromotionFixtures.combined;
import static io.nearstock.catalog.PromotionFixtures.pence;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.Benefit.Bundle;
import io.nearstock.catalog.Benefit.BuyXGetY;
import io.nearstock.catalog.Benefit.Fixed;
import io.nearstock.catalog.Benefit.Gift;
import io.nearstock.catalog.Benefit.Part;
import io.nearstock.catalog.Benefit.Percentage;
import io.nearstock.catalog.Discount;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Promotion;
import io.nearstock.catalog.Quote;
import io.nearstock.catalog.QuoteLine;
import io.nearstock.catalog.quote.QuoteEngine.Outcome.Quoted;
import io.nearstock.catalog.quote.QuoteEngine.Outcome.UnknownCoupon;
import io.nearstock.catalog.quote.QuoteEngine.Outcome.UnknownProducts;
import io.nearstock.catalog.quote.QuoteEngine.Wanted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuoteEngineTests {

    private static final List<List<Wanted>> BASKETS = baskets(new Random(42));

    private final Map<String, Product> sold = sold(new Random(1));

    /** Five hundred baskets by chance, the same in every run. */
    private static List<List<Wanted>> baskets(Random chance) {
        return Stream.generate(() -> IntStream.rangeClosed(0, chance.nextInt(20))
                        .mapToObj(_ -> new Wanted("S" + chance.nextInt(30), 1 + chance.nextInt(100_000)))
                        .toList())
                .limit(500)
                .toList();
    }

    private static Map<String, Product> sold(Random chance) {
        return IntStream.range(0, 30)
                .mapToObj(
                        number -> offered("prd_" + number, "S" + number, "N", "c", chance.nextLong(1, 10_000_000_000L))
                                .product())
                .collect(Collectors.toMap(Product::sku, product -> product));
    }

    @Test
    void theLinesAddUpToTheTotalInOneCurrency() {
        BASKETS.forEach(basket -> {
            var quote = quoted(basket);

            assertThat(quote.lines().stream().map(QuoteLine::total).reduce(Money::plus))
                    .contains(quote.total());
            assertThat(quote.lines())
                    .extracting(QuoteLine::sku)
                    .isEqualTo(basket.stream().map(Wanted::sku).toList());
            assertThat(quote.lines())
                    .allSatisfy(line ->
                            assertThat(line.total()).isEqualTo(line.unitPrice().times(line.quantity())));
        });
    }

    @Test
    void aBasketCostsWhatItsPartsCost() {
        BASKETS.forEach(basket -> {
            var whole = quoted(basket).total();

            var parts =
                    basket.stream().map(line -> quoted(List.of(line)).total()).reduce(Money::plus);

            assertThat(parts).contains(whole);
        });
    }

    @Test
    void theSameBasketCostsTheSame() {
        BASKETS.forEach(basket -> {
            assertThat(quoted(basket)).isEqualTo(quoted(basket));
        });
    }

    @Test
    void promotionsTakeOffWhatIsThereWhateverTheOrderOfTheLines() {
        var chance = new Random(3);
        BASKETS.forEach(basket -> {
            var running = promotions(chance);
            var shuffled = new ArrayList<>(basket);
            Collections.shuffle(shuffled, chance);

            var quote = quoted(basket, running);

            assertThat(quote.lines())
                    .allSatisfy(line -> assertThat(line.total().amount()).isNotNegative());
            assertThat(quote.lines().stream().map(QuoteLine::total).reduce(Money::plus))
                    .contains(quote.total());
            assertThat(quote.total().amount())
                    .isLessThanOrEqualTo(quoted(basket).total().amount());
            assertThat(quoted(shuffled, running).lines())
                    .extracting(line -> List.of(line.sku(), line.quantity(), line.total()))
                    .containsExactlyInAnyOrderElementsOf(quote.lines().stream()
                            .map(line -> List.<Object>of(line.sku(), line.quantity(), line.total()))
                            .toList());
        });
    }

    @Test
    void onePercentageOrAmountNeverMakesALargerBasketCheaper() {
        BASKETS.stream().filter(basket -> basket.size() > 1).forEach(basket -> {
            for (var benefit : List.of(new Percentage(33), new Fixed(pence(1_000_000)))) {
                var running = List.of(alone("prm_1", benefit));

                var smaller = quoted(basket.subList(1, basket.size()), running).total();

                assertThat(quoted(basket, running).total().amount()).isGreaterThanOrEqualTo(smaller.amount());
            }
        });
    }

    @Test
    void pointsAtEveryLineThatIsNotSold() {
        var basket = List.of(new Wanted("X", 1), new Wanted("S1", 1), new Wanted("Y", 1));

        assertThat(QuoteEngine.quote(basket, sold, List.of(), null)).isEqualTo(new UnknownProducts(List.of(0, 2)));
    }

    @Test
    void doesNotActAsIfItKnewACoupon() {
        assertThat(QuoteEngine.quote(List.of(new Wanted("S1", 1)), sold, List.of(), "SPRING"))
                .isEqualTo(new UnknownCoupon());
    }

    @Test
    void takesDiscountsOffALine() {
        var product = offered("prd_1", "TEA", "Tea", "food", 350).product();
        var off = new Discount("prm_1", "Spring", new Money(50, "GBP"));

        assertThat(QuoteLine.of(product, 2, List.of(off)).total()).isEqualTo(new Money(650, "GBP"));
    }

    private static List<Promotion> promotions(Random chance) {
        return List.of(
                combined("prm_1", new Percentage(1 + chance.nextInt(100))),
                combined("prm_2", new Fixed(pence(1 + chance.nextInt(100_000)))),
                combined("prm_3", new BuyXGetY(1 + chance.nextInt(3), 1, 1 + chance.nextInt(100))),
                alone("prm_4", new Bundle(List.of(new Part("S1", 2), new Part("S2", 1)), pence(1))),
                alone("prm_5", new Gift("S3", 5, pence(chance.nextInt(1_000_000)))),
                alone("prm_6", new Percentage(1 + chance.nextInt(100))));
    }

    private Quote quoted(List<Wanted> basket) {
        return quoted(basket, List.of());
    }

    private Quote quoted(List<Wanted> basket, List<Promotion> running) {
        return ((Quoted) QuoteEngine.quote(basket, sold, running, null)).quote();
    }
}
