package io.nearstock.catalog.quote;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.offered;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.ListPrice;
import io.nearstock.catalog.ListPrice.Tier;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.PriceList;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Quote;
import io.nearstock.catalog.QuoteLine;
import io.nearstock.catalog.quote.QuoteEngine.Outcome.Quoted;
import io.nearstock.catalog.quote.QuoteEngine.Wanted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PricedProductsTests {

    private static final List<PriceList> LISTS = Stream.of(list("prl_1", 0), list("prl_2", 5), list("prl_3", 0))
            .sorted(PriceList.ORDER)
            .toList();

    private final Map<String, Product> sold = IntStream.range(0, 5)
            .mapToObj(number ->
                    offered("prd_" + number, "S" + number, "N", "c", 1000).product())
            .collect(toMap(Product::sku, Function.identity()));

    @Test
    void theHighestPriorityDecidesThenTheNewest() {
        var prices = List.of(
                price("prl_1", "S1", new Tier(1, 100)),
                price("prl_2", "S1", new Tier(1, 200)),
                price("prl_1", "S2", new Tier(1, 300)),
                price("prl_3", "S2", new Tier(1, 400)));

        assertThat(unitPrice("S1", 1, prices)).isEqualTo(200);
        assertThat(unitPrice("S2", 1, prices)).isEqualTo(400);
        assertThat(unitPrice("S3", 1, prices)).isEqualTo(1000);
    }

    @Test
    void moreUnitsCostWhatTheirTierSays() {
        var prices = List.of(price("prl_1", "S1", new Tier(10, 800), new Tier(100, 700)));

        assertThat(unitPrice("S1", 9, prices)).isEqualTo(1000);
        assertThat(unitPrice("S1", 10, prices)).isEqualTo(800);
        assertThat(unitPrice("S1", 100, prices)).isEqualTo(700);
    }

    @Test
    void whereAListPricesMoreUnitsOnlyTheNextOneIsAsked() {
        var prices = List.of(price("prl_2", "S1", new Tier(10, 500)), price("prl_1", "S1", new Tier(1, 900)));

        assertThat(unitPrice("S1", 2, prices)).isEqualTo(900);
        assertThat(unitPrice("S1", 10, prices)).isEqualTo(500);
    }

    @Test
    void inAnotherCurrencyWhatNoListPricesCannotBeHad() {
        var prices = List.of(price("prl_1", "S1", new Tier(1, 300)), price("prl_1", "S2", new Tier(10, 200)));
        var basket = List.of(new Wanted("S1", 1), new Wanted("S2", 9), new Wanted("S3", 1));

        var priced = PricedProducts.of(sold, basket, "EUR", LISTS, prices);

        assertThat(priced).containsOnlyKeys("S1");
        assertThat(Objects.requireNonNull(priced.get("S1")).details().price()).isEqualTo(new Money(300, "EUR"));
    }

    /** Whatever the lists say: lines add up, none is below zero, and neither their order nor their division matters. */
    @Test
    void aBasketCostsTheSameHoweverItIsWritten() {
        var random = new Random(7);
        for (int story = 0; story < 500; story++) {
            var prices = prices(random);
            var basket = basket(random);
            var shuffled = new ArrayList<>(basket);
            Collections.shuffle(shuffled, random);
            var divided = basket.stream()
                    .flatMap(line -> Stream.of(new Wanted(line.sku(), 1), new Wanted(line.sku(), line.quantity())))
                    .toList();
            var joined = basket.stream()
                    .map(line -> new Wanted(line.sku(), line.quantity() + 1))
                    .toList();

            var quote = quoted(basket, prices);

            assertThat(quote.lines())
                    .allSatisfy(line -> assertThat(line.total().amount()).isPositive());
            assertThat(quote.lines().stream()
                            .map(QuoteLine::total)
                            .mapToLong(total -> total.amount())
                            .sum())
                    .isEqualTo(quote.total().amount());
            assertThat(quoted(shuffled, prices).total()).isEqualTo(quote.total());
            assertThat(quoted(divided, prices).total())
                    .isEqualTo(quoted(joined, prices).total());
        }
    }

    /** Something of another product leaves the prices of the rest alone. */
    @Test
    void aFurtherProductNeverMakesABasketCheaper() {
        var random = new Random(8);
        for (int story = 0; story < 500; story++) {
            var prices = prices(random);
            var basket = basket(random).stream()
                    .filter(line -> !line.sku().equals("S0"))
                    .toList();
            var more = new ArrayList<>(basket);
            more.add(new Wanted("S0", 1 + random.nextInt(200)));

            var before = basket.isEmpty() ? 0 : quoted(basket, prices).total().amount();

            assertThat(quoted(more, prices).total().amount()).isGreaterThan(before);
        }
    }

    private static List<ListPrice> prices(Random random) {
        return LISTS.stream()
                .flatMap(list -> IntStream.range(0, 5)
                        .filter(_ -> random.nextBoolean())
                        .mapToObj(number -> price(
                                list.id(),
                                "S" + number,
                                new Tier(1 + random.nextInt(5), 1 + random.nextInt(2000)),
                                new Tier(10 + random.nextInt(100), 1 + random.nextInt(2000)))))
                .toList();
    }

    private static List<Wanted> basket(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(6))
                .mapToObj(_ -> new Wanted("S" + random.nextInt(5), 1 + random.nextInt(120)))
                .toList();
    }

    private Quote quoted(List<Wanted> basket, List<ListPrice> prices) {
        var priced = PricedProducts.of(sold, basket, "GBP", LISTS, prices);
        return ((Quoted) QuoteEngine.quote(basket, priced, List.of(), null)).quote();
    }

    private long unitPrice(String sku, int units, List<ListPrice> prices) {
        var priced = PricedProducts.of(sold, List.of(new Wanted(sku, units)), "GBP", LISTS, prices);
        return Objects.requireNonNull(priced.get(sku)).details().price().amount();
    }

    private static ListPrice price(String list, String sku, Tier... tiers) {
        return ListPrice.of(list, sku, List.of(tiers));
    }

    private static PriceList list(String id, int priority) {
        return new PriceList(id, id, null, null, NOW, null, priority, NOW, NOW, 1);
    }
}
