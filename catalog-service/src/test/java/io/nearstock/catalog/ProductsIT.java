package io.nearstock.catalog;

import static com.mongodb.client.model.Updates.unset;
import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.by;
import static io.nearstock.catalog.ProductFixtures.offered;
import static io.nearstock.catalog.ProductFixtures.offeredHolder;
import static io.nearstock.catalog.ProductFixtures.offeredLantern;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.Transition.Progress;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import io.nearstock.testkit.TestMongo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ProductsIT {

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    private final Products products = new Products(mongo.database(), ProductsIT::announcement, OutboxRelay.asleep());

    @Test
    void givesBackWhatWasStored() {
        products.add(offeredHolder());

        assertThat(products.find(offeredHolder().product().id()))
                .contains(offeredHolder().product());
    }

    @Test
    void givesBackAllThatIsKnown() {
        var storage = new Storage(new Storage.Temperature(2, 8), null, 30, 0, new Storage.Dimensions(100, 80, 60), 450);
        var media = List.of(new MediaLink("https://pictures.example/1.jpg", "From the front"));
        var facts = new ProductFacts("4006381333931", "Maker & Sons", media, new ReturnPolicy(14, null), storage);
        var product =
                Product.offer("prd_facts", "FACTS", ProductFixtures.holder().with(facts), by(NOW));
        products.add(product);

        assertThat(products.find("prd_facts")).contains(product.product());
    }

    /** As they were stored before there were facts. */
    @Test
    void readsWhatIsOlder() {
        products.add(offeredHolder());
        mongo.database().getCollection("products").updateMany(new Document(), unset("details.facts"));

        assertThat(products.find(offeredHolder().product().id()))
                .contains(offeredHolder().product());
    }

    @Test
    void givesASkuToOneProductOnly() {
        assertThat(products.add(offered("prd_1", "TEA", "Tea", "food", 100))).isTrue();
        assertThat(products.add(offered("prd_2", "TEA", "Tea", "food", 100))).isFalse();
        assertThat(products.find("prd_2")).isEmpty();
    }

    /** More than are read at a time. */
    @Test
    void visitsEachProductSoldOnce() {
        var all = mongo.database().getCollection("products", Product.class);
        all.insertMany(IntStream.range(0, 1_201)
                .mapToObj(
                        n -> offered("prd_" + n, "TEA-" + n, "Tea", "food", 100).product())
                .toList());
        products.save((Progress) products.find("prd_7").orElseThrow().discontinue(by(NOW)));
        var visited = new ArrayList<String>();

        products.forEachSold(product -> visited.add(product.id()));

        assertThat(visited).hasSize(1_200).doesNotHaveDuplicates().doesNotContain("prd_7");
    }

    @Test
    void queuesTheMessageInTheWriteThatCausesIt() {
        products.add(offeredHolder());
        products.save((Progress) offeredHolder().product().discontinue(by(NOW)));

        var queued = mongo.database().getCollection("products").distinct("outbox.sequence", Long.class);
        assertThat(queued).containsExactly(1L, 2L);
    }

    @Test
    void letsOneOfSixteenCompetitorsWin() throws InterruptedException {
        products.add(offeredHolder());
        Callable<Boolean> discontinue =
                () -> products.save((Progress) offeredHolder().product().discontinue(by(NOW)));

        try (var competitors = Executors.newFixedThreadPool(16)) {
            assertThat(competitors.invokeAll(nCopies(16, discontinue)))
                    .extracting(Future::resultNow)
                    .containsOnlyOnce(true);
        }
    }

    @Test
    void tellsWhenSomebodyCameBetweenManyChanges() {
        products.add(offeredHolder());
        var late = offered("prd_late", offeredHolder().product().sku(), "Copy", "home", 1);

        assertThat(products.storeAll(List.of(offeredLantern(), late))).isFalse();
        assertThat(products.storeAll(List.of())).isTrue();
        assertThat(products.ofSkus(List.of("71053", "85123A")))
                .extracting(Product::id)
                .containsExactlyInAnyOrder(
                        offeredHolder().product().id(),
                        offeredLantern().product().id());
    }

    @Test
    void keepsEveryChangeOfAProductThatWasStored() {
        var offered = offeredHolder();
        products.add(offered);
        var lost = (Progress) offered.product().describe(costing(1), by(NOW));
        var current = offered.product();
        for (var pence = 300; pence < 305; pence++) {
            var next = (Progress) current.describe(costing(pence), by(NOW));
            assertThat(pence % 2 == 0 ? products.save(next) : products.storeAll(List.of(next)))
                    .isTrue();
            current = next.product();
        }

        assertThat(products.save(lost)).isFalse();
        assertThat(versions(products.changes(current, Long.MAX_VALUE, 10))).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(versions(products.changes(current, 5, 2))).containsExactly(4L, 3L);
        assertThat(products.changes(current, 4, 1))
                .singleElement()
                .satisfies(change -> assertThat(change.fields())
                        .contains(new ProductChange.FieldChange("/price/amount", "300", "301")));
    }

    private static ProductDetails costing(long pence) {
        return new ProductDetails("Holder", null, null, "home", new Money(pence, "GBP"), Map.of());
    }

    private static List<Long> versions(List<ProductChange> changes) {
        return changes.stream().map(ProductChange::version).toList();
    }

    private static OutboxEntry announcement(Progress progress) {
        var product = progress.product();
        return new OutboxEntry(
                product.id() + "." + product.version(), product.version(), "test", product.changedAt(), null, "{}");
    }
}
