package io.nearstock.catalog.quote;

import static io.nearstock.catalog.ProductFixtures.offered;
import static io.nearstock.catalog.PromotionFixtures.about;
import static io.nearstock.catalog.PromotionFixtures.alone;
import static io.nearstock.catalog.PromotionFixtures.combined;
import static io.nearstock.catalog.PromotionFixtures.limited;
import static io.nearstock.catalog.PromotionFixtures.pence;
import static io.nearstock.catalog.PromotionFixtures.withCoupon;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.Benefit.Bundle;
import io.nearstock.catalog.Benefit.BuyXGetY;
import io.nearstock.catalog.Benefit.Fixed;
import io.nearstock.catalog.Benefit.Gift;
import io.nearstock.catalog.Benefit.Part;
import io.nearstock.catalog.Benefit.Percentage;
import io.nearstock.catalog.Discount;
import io.nearstock.catalog.Limits;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Promotion;
import io.nearstock.catalog.Quote;
import io.nearstock.catalog.quote.QuoteEngine.Outcome.Quoted;
import io.nearstock.catalog.quote.QuoteEngine.Outcome.UnknownCoupon;
import io.nearstock.catalog.quote.QuoteEngine.Outcome.UselessCoupon;
import io.nearstock.catalog.quote.QuoteEngine.Wanted;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PromotedQuoteTests {

    private static final Map<String, Product> SOLD = Stream.of(
                    offered("prd_1", "TEA", "Tea", "food/hot", 350),
                    offered("prd_2", "POT", "Pot", "home/kitchen", 1999),
                    offered("prd_3", "CUP", "Cup", "home/kitchen", 450))
            .map(progress -> progress.product())
            .collect(toMap(Product::sku, product -> product));

    @Test
    void aPercentageIsRoundedOnceAndDividedOverTheLines() {
        var quote = quote(List.of(combined("prm_1", new Percentage(15))), "TEA:1", "POT:1");

        assertThat(discounts(quote)).containsExactly(52L, 300L); // 352.35, and 352 is divided: 52.45 and 299.55
        assertThat(quote.total()).isEqualTo(pence(1997));
        assertThat(quote.lines().getFirst().discounts())
                .containsExactly(new Discount("prm_1", "Promotion prm_1", pence(52)));
    }

    @Test
    void aCategoryMeansAllBelowIt() {
        assertThat(discounts(quote(List.of(about("prm_1", new Percentage(50), "home")), "TEA:1", "CUP:2")))
                .containsExactly(0L, 450L);
        assertThat(discounts(quote(List.of(about("prm_1", new Percentage(50), "foo")), "TEA:1", "CUP:2")))
                .containsExactly(0L, 0L);
    }

    @Test
    void whatNamesAnAmountInAnotherCurrencyTakesNothingOff() {
        var euros = new Money(100, "EUR");
        var budget = limited(combined("prm_4", new Percentage(50)), new Limits(null, euros, null));
        var running = List.of(
                combined("prm_1", new Fixed(euros)),
                combined("prm_2", new Bundle(List.of(new Part("TEA", 1)), euros)),
                combined("prm_3", new Gift("TEA", 1, euros)),
                budget,
                combined("prm_5", new Percentage(10)));

        assertThat(quote(running, "TEA:1", "POT:1").total()).isEqualTo(pence(2114));
    }

    @Test
    void aFixedAmountTakesNoMoreThanThereIs() {
        assertThat(quote(List.of(combined("prm_1", new Fixed(pence(5000)))), "TEA:1")
                        .total())
                .isEqualTo(pence(0));
        assertThat(quote(List.of(combined("prm_1", new Fixed(pence(100)))), "TEA:1")
                        .total())
                .isEqualTo(pence(250));
    }

    @Test
    void ofEveryThreeTheCheapestIsFree() {
        var quote = quote(List.of(combined("prm_1", new BuyXGetY(2, 1, 100))), "POT:2", "CUP:3", "TEA:2");

        assertThat(discounts(quote)).containsExactly(0L, 0L, 700L); // seven units, two of them free
    }

    @Test
    void aBundleIsFoundAsOftenAsTheBasketHoldsIt() {
        var bundle = new Bundle(List.of(new Part("POT", 1), new Part("CUP", 2)), pence(2500));

        var quote = quote(List.of(combined("prm_1", bundle)), "POT:2", "CUP:5");

        assertThat(quote.total()).isEqualTo(pence(2 * 2500 + 450));
        assertThat(quote(List.of(combined("prm_1", bundle)), "POT:2").total()).isEqualTo(pence(3998));
    }

    @Test
    void aGiftIsFreeOnceTheRestCostsEnough() {
        var gift = List.of(combined("prm_1", new Gift("CUP", 1, pence(1500))));

        assertThat(quote(gift, "POT:1", "CUP:2").total()).isEqualTo(pence(1999 + 450));
        assertThat(quote(gift, "TEA:4", "CUP:9").total()).isEqualTo(pence(4 * 350 + 9 * 450));
    }

    @Test
    void theCustomerGetsTheBestOfWhatCannotBeCombined() {
        var tenPercent = combined("prm_1", new Percentage(10));
        var onePound = combined("prm_2", new Fixed(pence(100)));
        var half = alone("prm_3", new Percentage(50));

        assertThat(quote(List.of(tenPercent, onePound), "POT:1").total()).isEqualTo(pence(1999 - 200 - 100));
        assertThat(quote(List.of(tenPercent, onePound, half), "POT:1").total()).isEqualTo(pence(999));
    }

    @Test
    void aCouponIsForThoseWhoNameIt() {
        var spring = List.of(withCoupon("prm_1", new Percentage(10), "SPRING"));

        assertThat(quote(spring, "POT:1").total()).isEqualTo(pence(1999));
        assertThat(((Quoted) outcome(spring, "spring", "POT:1")).quote().total())
                .isEqualTo(pence(1799));
        assertThat(outcome(spring, "AUTUMN", "POT:1")).isEqualTo(new UnknownCoupon());
        assertThat(outcome(List.of(withCoupon("prm_1", new BuyXGetY(2, 1, 100), "SPRING")), "SPRING", "POT:1"))
                .isEqualTo(new UselessCoupon());
    }

    private static Quote quote(List<Promotion> running, String... lines) {
        return ((Quoted) outcome(running, null, lines)).quote();
    }

    private static QuoteEngine.Outcome outcome(List<Promotion> running, @Nullable String coupon, String... lines) {
        var wanted = Arrays.stream(lines)
                .map(line -> line.split(":", 2))
                .map(line -> new Wanted(line[0], Integer.parseInt(line[1])))
                .toList();
        return QuoteEngine.quote(wanted, SOLD, running, coupon);
    }

    private static List<Long> discounts(Quote quote) {
        return quote.lines().stream()
                .map(line -> line.discounts().stream()
                        .mapToLong(discount -> discount.amount().amount())
                        .sum())
                .toList();
    }
}
