package io.nearstock.catalog;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.by;
import static io.nearstock.catalog.ProductFixtures.holder;
import static io.nearstock.catalog.ProductFixtures.offeredHolder;
import static io.nearstock.catalog.ProductStatus.ACTIVE;
import static io.nearstock.catalog.ProductStatus.DISCONTINUED;
import static io.nearstock.catalog.ProductStatus.DRAFT;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.ProductChange.FieldChange;
import io.nearstock.catalog.Transition.Contradiction;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.catalog.Transition.Repetition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductTests {

    private final ProductDetails dearer =
            new ProductDetails("Holder", null, null, "home", new Money(300, "GBP"), Map.of());

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
        a product that is | answers the same details by | other details by | withdraw by   | offer by   | discontinue by
        draft             | repetition                  | draft            | repetition    | active     | discontinued
        active            | repetition                  | active           | contradiction | repetition | discontinued
        discontinued      | active                      | active           | contradiction | active     | repetition
        """)
    void everyStateAnswersEveryCommand(
            String state, String same, String other, String withdraw, String offer, String discontinue) {
        var product = product(state);

        assertThat(answer(product.describe(holder(), by(NOW)))).isEqualTo(same);
        assertThat(answer(product.describe(dearer, by(NOW)))).isEqualTo(other);
        assertThat(answer(product.become(holder(), DRAFT, by(NOW)))).isEqualTo(withdraw);
        assertThat(answer(product.become(holder(), ACTIVE, by(NOW)))).isEqualTo(offer);
        assertThat(answer(product.discontinue(by(NOW)))).isEqualTo(discontinue);
    }

    private static Product product(String state) {
        var draft = Product.draft("prd_1", "SKU", holder(), by(NOW)).product();
        return draft.become(holder(), ProductStatus.named(state), by(NOW)).product();
    }

    private static String answer(Transition transition) {
        return switch (transition) {
            case Progress(var product, var _) -> product.status().wireName();
            case Repetition _ -> "repetition";
            case Contradiction _ -> "contradiction";
        };
    }

    @Test
    void tellsFieldByFieldWhatWasChangedAndByWhom() {
        var before = offeredHolder().product();
        var storage = new Storage(new Storage.Temperature(2, 8), null, null, null, null, null);
        var facts = new ProductFacts(null, null, List.of(), null, storage);
        var progress = (Progress) before.become(dearer.with(facts), DISCONTINUED, new Edit("acc_1", "job_1", NOW));

        var change = requireNonNull(progress.product().change());
        assertThat(change.version()).isEqualTo(2);
        assertThat(change.actor()).isEqualTo("acc_1");
        assertThat(change.jobId()).isEqualTo("job_1");
        assertThat(change.fields())
                .containsExactly(
                        new FieldChange("/attributes/colour", "white", null),
                        new FieldChange("/brand", "Heartwood", null),
                        new FieldChange("/category", "home/candles", "home"),
                        new FieldChange("/name", "White hanging heart T-light holder", "Holder"),
                        new FieldChange("/price/amount", "255", "300"),
                        new FieldChange("/status", "active", "discontinued"),
                        new FieldChange("/storage/temperature/max", null, "8"),
                        new FieldChange("/storage/temperature/min", null, "2"));
        assertThat(progress.replaced()).isEqualTo(before.change());
    }

    @Test
    void onlyWhatItCostWhileItWasSoldIsItsPast() {
        var draft = Product.draft("prd_1", "SKU", dearer, by(NOW)).product();
        var sold = draft.become(holder(), ACTIVE, by(day(1))).product();
        var gone = sold.become(dearer, DISCONTINUED, by(day(2))).product();
        var again = gone.describe(holder(), by(day(3))).product();

        assertThat(draft.prices()).isNull();
        assertThat(again.prices()).isEqualTo(PriceHistory.begin(holder().price(), day(1)));
        assertThat(again.reduced(day(3))).isEmpty();
        var dear = again.describe(dearer, by(day(4))).product();
        assertThat(dear.describe(holder(), by(day(5))).product().reduced(day(5)))
                .contains(new PriceHistory.Reduced(dearer.price(), holder().price()));
    }

    private static Instant day(int number) {
        return NOW.plus(Duration.ofDays(number));
    }

    @Test
    void itsStarsAreNoChangeByAnybody() {
        var product = offeredHolder().product();

        assertThat(product.rate(new Rating(List.of(0, 0, 0, 0, 1)), NOW)
                        .product()
                        .change())
                .isEqualTo(product.change());
    }

    @Test
    void becomesTheNextVersionByProgress() {
        var product = offeredHolder().product();

        assertThat(product.describe(dearer, by(NOW)).product().version()).isEqualTo(product.version() + 1);
        assertThat(product.describe(holder(), by(NOW)).product()).isSameAs(product);
    }

    @Test
    void aPriceThatWasToBeginBeforeTheOneOfNowChangesNothing() {
        var product = ProductFixtures.offeredHolder().product();
        var later = NOW.plusSeconds(60);
        var dear = ((Progress) product.cost(new Money(900, "GBP"), later, later, by(later))).product();

        assertThat(dear.cost(new Money(100, "GBP"), NOW, later, by(later))).isEqualTo(new Repetition(dear));
        assertThat(dear.cost(new Money(900, "GBP"), later, later, by(later))).isEqualTo(new Repetition(dear));
        assertThat(dear.prices())
                .isEqualTo(PriceHistory.begin(new Money(255, "GBP"), NOW).seen(new Money(900, "GBP"), later));
        assertThat(dear.cost(new Money(100, "GBP"), later, later, by(later))).isInstanceOf(Progress.class);
    }
}
