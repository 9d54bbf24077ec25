package io.nearstock.inventory;

import static io.nearstock.inventory.Shop.line;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * What the service's answers cost while it grows from 4,000 to 400,000 rows and from 20 to 2,000 hubs, each product in 20 of
 * them; docs/performance.md has the figures. The build does not run it: {@code -Dtest=GrowthBenchmark}.
 */
@InventoryTest
class GrowthBenchmark {

    private static final int HUBS_A_PRODUCT = 20;
    private static final int WARM_UP = 1500;
    private static final int CALLS = 3000;
    private static final int ROWS_A_WRITE = 5000;

    private final Random random = new Random(4);
    private final Shop shop;
    private final Hubs hubs;
    private final MongoCollection<StockRow> rows;
    private int products;
    private int places;
    private int holds;

    GrowthBenchmark(Shop shop, Hubs hubs, MongoDatabase database) {
        this.shop = shop;
        this.hubs = hubs;
        this.rows = database.getCollection("stock", StockRow.class);
    }

    @Test
    void growsAHundredfold() {
        for (var size : List.of(200, 2000, 20_000)) {
            growTo(size, size / 10);
            measure("hold, one line", _ -> hold(1));
            measure("hold, five lines", _ -> hold(5));
            measure(
                    "availability, five products near a place",
                    _ -> shop.get("/api/availability?skus=" + skus(5).collect(joining(",")) + "&near=" + place()
                            + "&radiusKm=200"));
            measure("hubs within 100 km", _ -> shop.get("/api/hubs?near=" + place() + "&radiusKm=100"));
        }
    }

    private void growTo(int moreProducts, int moreHubs) {
        IntStream.range(places, moreHubs).forEach(number -> hubs.add(hub(number)));
        var from = products;
        places = moreHubs;
        products = moreProducts;
        IntStream.range(from, moreProducts)
                .boxed()
                .flatMap(this::rows)
                .gather(Gatherers.windowFixed(ROWS_A_WRITE))
                .forEach(rows::insertMany);
        System.out.printf("%d rows, %d hubs%n", rows.countDocuments(), places);
    }

    private Hub hub(int number) {
        var position = new Position(-5 + 6 * random.nextDouble(), 50 + 6 * random.nextDouble());
        return new Hub("hub_" + number, "Hub " + number, position, null, null, null, null, null, null, 1);
    }

    private Stream<StockRow> rows(int product) {
        var first = random.nextInt(places);
        return IntStream.range(0, HUBS_A_PRODUCT).mapToObj(step -> {
            var hub = "hub_" + (first + step * places / HUBS_A_PRODUCT) % places;
            var id = StockRow.id("sku_" + product, hub);
            var units = 100_000;
            return new StockRow(
                    id,
                    "sku_" + product,
                    hub,
                    units,
                    units,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of());
        });
    }

    private MvcTestResult hold(int lines) {
        return shop.hold(
                "hld_growth_" + holds++,
                "",
                skus(lines).map(sku -> line(sku, 1)).collect(joining(",")));
    }

    private Stream<String> skus(int count) {
        return random.ints(0, products).distinct().limit(count).mapToObj(product -> "sku_" + product);
    }

    private String place() {
        return (50 + 6 * random.nextDouble()) + "," + (-5 + 6 * random.nextDouble());
    }

    private void measure(String what, IntFunction<MvcTestResult> call) {
        var spent = new long[CALLS];
        for (int i = -WARM_UP; i < CALLS; i++) {
            var before = System.nanoTime();
            assertThat(call.apply(i)).hasStatus2xxSuccessful();
            if (i >= 0) {
                spent[i] = System.nanoTime() - before;
            }
        }
        Arrays.sort(spent);
        System.out.printf(
                "%s: p50 %.2f ms, p99 %.2f ms, longest %.1f ms%n",
                what, spent[CALLS / 2] / 1e6, spent[CALLS * 99 / 100] / 1e6, spent[CALLS - 1] / 1e6);
    }
}
