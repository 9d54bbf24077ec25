package io.nearstock.catalog;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.by;
import static io.nearstock.catalog.ProductFixtures.holder;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.Transition.Progress;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import io.nearstock.testkit.TestMongo;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class VariantsIT {

    private static final int OTHERS = 2_000;
    private static final int OWN = 20;

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    private final Products products = new Products(mongo.database(), VariantsIT::announcement, OutboxRelay.asleep());
    private final Variants variants = new Variants(mongo.database());

    /** As the database counts the documents that it looks at; others may use the same server, so the least of a few counts. */
    @Test
    void areFoundWithoutLookingAtOtherProducts() {
        sell();

        assertThat(variants.soldOf("prd_own", "", 100)).hasSize(OWN);
        assertThat(leastExamined(() -> variants.soldOf("prd_own", "", 100))).isBetween((long) OWN, 2L * OWN);
        assertThat(leastExamined(() -> variants.of("prd_own", "", 100))).isBetween((long) OWN, 2L * OWN);
        assertThat(leastExamined(() -> variants.having(List.of("prd_own")))).isLessThanOrEqualTo(2L * OWN);
    }

    private static OutboxEntry announcement(Progress progress) {
        var product = progress.product();
        return new OutboxEntry(
                product.id() + "." + product.version(), product.version(), "test", product.changedAt(), null, "{}");
    }

    /** One as the service stores it, the others like it. */
    private void sell() {
        var details = holder().choosing(Map.of("colour", "red"));
        products.add(Product.begin("prd_own_first", "OWN", "prd_own", details, ProductStatus.ACTIVE, by(NOW)));
        var stored = mongo.database().getCollection(Products.COLLECTION);
        var first = requireNonNull(stored.find().first());
        var own = IntStream.range(1, OWN).mapToObj(number -> like(first, "own_" + number, "prd_own"));
        var others = IntStream.range(0, OTHERS).mapToObj(number -> like(first, "one_" + number, "prd_" + number / OWN));
        stored.insertMany(Stream.concat(own, others).toList());
    }

    private static Document like(Document first, String name, String product) {
        var other = new Document(first);
        other.remove(Variants.COMBINATION);
        return other.append("_id", "prd_" + name).append("sku", name).append(Variants.OF, product);
    }

    private long leastExamined(Runnable question) {
        return IntStream.range(0, 5)
                .mapToLong(_ -> {
                    var before = examined();
                    question.run();
                    return examined() - before;
                })
                .min()
                .orElseThrow();
    }

    private long examined() {
        var status = mongo.client().getDatabase("admin").runCommand(new Document("serverStatus", 1));
        var executor = status.get("metrics", Document.class).get("queryExecutor", Document.class);
        return executor.get("scannedObjects", Number.class).longValue();
    }
}
