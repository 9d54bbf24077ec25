package io.nearstock.catalog.delivery;

import static io.nearstock.catalog.ProductFixtures.by;
import static io.nearstock.catalog.ProductFixtures.offered;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.nearstock.catalog.CatalogTest;
import io.nearstock.catalog.Deliveries;
import io.nearstock.catalog.Delivery;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.Popularities;
import io.nearstock.catalog.Popularities.Counted;
import io.nearstock.catalog.Popularity;
import io.nearstock.catalog.PopularitySettings;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.testkit.Consumes;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.TestEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Each test has products of its own; they share one count, as the services of a shop do. */
@CatalogTest
class PopularityIT {

    private static final int INSTANCES = 4;

    private final MockMvcTester http;
    private final Products products;
    private final Deliveries deliveries;
    private final Popularities popularities;
    private final MongoDatabase database;
    private final TestEvents events;
    private final CountDeliveries count;

    PopularityIT(
            MockMvcTester http,
            Products products,
            Deliveries deliveries,
            Popularities popularities,
            MongoDatabase database,
            TestEvents events) {
        this.http = http;
        this.products = products;
        this.deliveries = deliveries;
        this.popularities = popularities;
        this.database = database;
        this.events = events;
        var always = new PopularitySettings(Duration.ofDays(36_500), Duration.ofHours(1), 3);
        this.count = new CountDeliveries(deliveries, products, popularities, always, Clock.systemUTC());
    }

    @Test
    @Consumes("order.shipment_delivered")
    void whatIsDeliveredIsCountedOnceAndSortedBy() {
        products.add(offered("prd_pop_a", "POP-A", "Never bought", "popular", 100));
        products.add(offered("prd_pop_b", "POP-B", "Bought", "popular", 100));
        var event = Contracts.event("order.shipment_delivered")
                .replace("ord_1", "ord_pop")
                .replace("KETTLE-17", "POP-B")
                .replace("TEA-50", "POP-B");
        events.publish("order.shipment_delivered", "ord_pop", 1, event);
        events.publish("order.shipment_delivered", "ord_pop", 1, event);
        await().until(() -> deliveries.have("ord_pop", "acc_1", "POP-B"));

        count.count(Instant.now());

        assertThat(counted("prd_pop_b")).isCloseTo(1, within(0.01));
        assertThat(products.of("prd_pop_b").version()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(http.get().uri("/api/products?category=popular&sort=popularity"))
                .bodyJson()
                .extractingPath("$.items[*].sku")
                .asArray()
                .containsExactly("POP-B", "POP-A"));
    }

    @Test
    void instancesThatCountAtTheSameTimeAgree() throws InterruptedException, ExecutionException {
        var skus = products("prd_agree_", 5);
        deliver("ord_agree_", 40, skus);
        var until = Instant.now();

        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            var counting = IntStream.range(0, INSTANCES)
                    .mapToObj(_ -> instances.submit(() -> count.count(until)))
                    .toList();
            for (var one : counting) {
                one.get();
            }
        }

        IntStream.range(0, 5)
                .forEach(number -> assertThat(counted("prd_agree_" + number)).isCloseTo(40, within(0.1)));
    }

    @Test
    void isGoneOnWithAfterACrashWithoutCountingTwice() {
        deliver("ord_crash_", 10, products("prd_crash_", 2));
        count.count(Instant.now());
        var counted = popularities.countedUntil();

        database.getCollection("popularity").deleteOne(Filters.eq("_id", "deliveries"));
        count.count(counted);

        assertThat(popularities.countedUntil()).isEqualTo(counted);
        assertThat(counted("prd_crash_1")).isCloseTo(10, within(0.1));
    }

    @Test
    void whoeverChangesAProductMeanwhileKeepsBoth() {
        products("prd_both_", 1);
        var before = products.of("prd_both_0");
        var dearer = before.details().costing(new Money(7, "GBP"));
        products.save((Progress) before.describe(dearer, by(Instant.now())));
        deliver("ord_both_", 1, List.of("prd_both_0"));

        count.count(Instant.now());
        var priced = products.of("prd_both_0");
        products.save((Progress) priced.describe(before.details(), by(Instant.now())));

        assertThat(popularities.store(List.of(new Counted(before, popularity(before))), Instant.now()))
                .isFalse();
        assertThat(counted("prd_both_0")).isCloseTo(1, within(0.01));
        assertThat(products.of("prd_both_0").details()).isEqualTo(before.details());
    }

    private static Popularity popularity(Product product) {
        return product.bought(List.of(Instant.now()), Instant.now(), Duration.ofDays(1));
    }

    private List<String> products(String prefix, int number) {
        return IntStream.range(0, number)
                .mapToObj(each -> prefix + each)
                .peek(id -> products.add(offered(id, id, "Thing", "counted", 100)))
                .toList();
    }

    private void deliver(String prefix, int number, List<String> skus) {
        var units = skus.stream().map(sku -> new Delivery.Units(sku, 1)).toList();
        IntStream.range(0, number)
                .forEach(each -> deliveries.add(
                        Delivery.of(prefix + each, "shp", "acc_x", units, Instant.now(), Instant.now())));
    }

    private double counted(String productId) {
        return requireNonNull(products.of(productId).popularity()).count();
    }
}
