package io.nearstock.catalog;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.by;
import static io.nearstock.catalog.PromotionFixtures.pence;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.ListPrice.Tier;
import io.nearstock.catalog.PriceHistory.Reduced;
import io.nearstock.catalog.Transition.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against whoever asks for a price at every hour, with lists that begin, end and change by chance. */
class ListedPricesTests {

    private static final int HOURS = 50 * 24;
    private static final int PERIOD = 30 * 24;

    /** A list, what it says from which hour on, 0 for nothing, and what is stored of that. */
    private record Story(PriceList list, NavigableMap<Integer, Long> said, ListPrice stored) {

        @Nullable
        Long at(int hour) {
            var last = list.runs(moment(hour)) ? said.floorEntry(hour) : null;
            return last == null || last.getValue() == 0 ? null : last.getValue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "GBP"})
    void agreesWithWhoeverAsksEveryHour(String currency) {
        var random = new Random(60);
        for (int story = 0; story < 400; story++) {
            var own = new TreeMap<>(Map.of(0, 100L + random.nextInt(20)));
            var product = product(own, random);
            var stories = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(number -> story(number, currency, random))
                    .sorted((one, other) -> PriceList.ORDER.compare(one.list(), other.list()))
                    .toList();
            check(currency, product, stories, currency.equals("GBP") ? own : new TreeMap<>());
        }
    }

    private static void check(String currency, Product product, List<Story> stories, NavigableMap<Integer, Long> own) {
        var asked = new ArrayList<@Nullable Long>();
        for (int hour = 0; hour <= HOURS; hour++) {
            asked.add(asked(stories, own, hour));
        }
        var said = stories.stream().map(Story::stored).collect(toMap(ListPrice::id, Function.identity()));
        var lists = stories.stream().map(Story::list).toList();

        var found = new ListedPrices(currency, lists, said).of(product, moment(HOURS));

        var price = asked.getLast();
        assertThat(found.price()).isEqualTo(price == null ? null : new Money(price, currency));
        if (price == null) {
            assertThat(found.reduced(moment(HOURS))).isEmpty();
            return;
        }
        var stood = standing(asked);
        int since = HOURS;
        while (since > 0 && price.equals(stood.get(since - 1))) {
            since--;
        }
        assertThat(Objects.requireNonNull(found.prices()).current().from()).isEqualTo(moment(since));
        assertThat(found.reduced(moment(HOURS)).orElse(null)).isEqualTo(reduced(stood, since, currency));
    }

    private static @Nullable Reduced reduced(List<@Nullable Long> stood, int since, String currency) {
        var before = since == 0 ? null : stood.get(since - 1);
        if (before == null || before <= Objects.requireNonNull(stood.getLast()) || HOURS - since >= PERIOD) {
            return null;
        }
        var lowest = stood.subList(Math.max(0, since - PERIOD), since).stream()
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .min()
                .orElseThrow();
        return new Reduced(new Money(before, currency), new Money(lowest, currency));
    }

    /** While there was no price, the one before is what was asked last. */
    private static List<@Nullable Long> standing(List<@Nullable Long> asked) {
        var stood = new ArrayList<@Nullable Long>();
        Long last = null;
        for (var price : asked) {
            last = price == null ? last : price;
            stood.add(last);
        }
        return stood;
    }

    private static @Nullable Long asked(List<Story> stories, NavigableMap<Integer, Long> own, int hour) {
        for (var story : stories) {
            var amount = story.at(hour);
            if (amount != null) {
                return amount;
            }
        }
        var last = own.floorEntry(hour);
        return last == null ? null : last.getValue();
    }

    private static Story story(int number, String currency, Random random) {
        var id = "prl_" + number;
        var start = random.nextInt(HOURS) - HOURS / 4;
        var end = random.nextBoolean() ? null : moment(start + 1 + random.nextInt(HOURS));
        var list = new PriceList(
                id, id, null, currency, moment(start), end, random.nextInt(3), Instant.EPOCH, Instant.EPOCH, 1);
        var said = new TreeMap<Integer, Long>();
        for (int hour = random.nextInt(HOURS / 2); hour < HOURS && said.size() < 5; hour += 1 + random.nextInt(300)) {
            said.put(hour, random.nextInt(5) == 0 ? 0 : 100L + random.nextInt(20));
        }
        ListPrice stored = null;
        for (var entry : said.entrySet()) {
            var tiers = entry.getValue() == 0 ? List.<Tier>of() : List.of(new Tier(1, entry.getValue()));
            stored = ListPrice.of(id, "SKU", tiers).said(stored, moment(entry.getKey()));
        }
        return new Story(list, said, Objects.requireNonNull(stored));
    }

    /** Its own price changes a few times, too. */
    private static Product product(NavigableMap<Integer, Long> own, Random random) {
        var product = ProductFixtures.offered(
                        "prd", "SKU", "Thing", "home", own.firstEntry().getValue())
                .product();
        for (int hour = random.nextInt(300); hour < HOURS && own.size() < 4; hour += 1 + random.nextInt(400)) {
            var price = pence(100L + random.nextInt(20));
            if (product.cost(price, moment(hour), moment(hour), by(moment(hour))) instanceof Progress progress) {
                product = progress.product();
                own.put(hour, price.amount());
            }
        }
        return product;
    }

    private static Instant moment(int hour) {
        return NOW.plus(Duration.ofHours(hour));
    }
}
