package io.nearstock.catalog;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.pull;
import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.PromotionFixtures.combined;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.Benefit.Percentage;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import io.nearstock.testkit.TestMongo;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits to be told of a promotion while a person changes it and a relay takes away what it has told. */
class PromotionsIT {

    @AutoClose
    private final TestMongo mongo = new TestMongo();

    private final Promotions promotions = new Promotions(
            mongo.database().withCodecRegistry(SimulatedTill.CODECS),
            PromotionsIT::announcement,
            OutboxRelay.asleep(),
            new CatalogSettings("GBP", Duration.ZERO, Duration.ZERO),
            Clock.systemUTC());

    @BeforeEach
    void announce() {
        promotions.add(combined("prm_1", new Percentage(10)));
    }

    @Test
    void keepsWhatWaitsThroughAChange() {
        assertThat(promotions.replace(next(promotions.of("prm_1")))).isTrue();

        assertThat(waiting()).containsExactly(1L, 2L);
    }

    @Test
    void bringsNothingBackThatWasToldBetweenReadAndWrite() {
        var seen = promotions.of("prm_1");
        told("prm_1.1");

        assertThat(promotions.replace(next(seen))).isTrue();

        assertThat(waiting()).containsExactly(2L);
        assertThat(promotions.of("prm_1").version()).isEqualTo(2);
    }

    @Test
    void tellsNothingOfAChangeThatCameTooLate() {
        var seen = promotions.of("prm_1");
        promotions.replace(next(seen));
        told("prm_1.1");

        assertThat(promotions.replace(next(seen))).isFalse();

        assertThat(waiting()).containsExactly(2L);
    }

    @Test
    void announcesOnceWhatARetryFinds() {
        told("prm_1.1");

        promotions.add(combined("prm_1", new Percentage(20)));

        assertThat(waiting()).isEmpty();
        assertThat(promotions.of("prm_1").terms().benefit()).isEqualTo(new Percentage(10));
    }

    private static Promotion next(Promotion seen) {
        return seen.promise(combined("prm_1", new Percentage(20)).terms(), NOW);
    }

    /** As a relay does it, whatever else has changed. */
    private void told(String entry) {
        mongo.database()
                .getCollection(Promotions.COLLECTION)
                .updateOne(eq("_id", "prm_1"), pull("outbox", in("id", List.of(entry))));
    }

    private List<Long> waiting() {
        var promotion = mongo.database()
                .getCollection(Promotions.COLLECTION)
                .find()
                .into(new ArrayList<>())
                .getFirst();
        return promotion.getList("outbox", Document.class).stream()
                .map(entry -> entry.getLong("sequence"))
                .toList();
    }

    private static OutboxEntry announcement(Promotion promotion) {
        return new OutboxEntry(
                promotion.id() + "." + promotion.version(),
                promotion.version(),
                "test",
                promotion.changedAt(),
                null,
                "{}");
    }
}
