package io.nearstock.catalog.quality.watch;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;
import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.offeredHolder;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.quality.aspect.Aspect;
import io.nearstock.catalog.quality.watch.Alert.Closing;
import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.Produces;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AlertAnnouncementsTests {

    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(NON_NULL))
            .build();

    @Test
    @Produces("quality.alert")
    void tellsAnAlertInTheWordsOfTheContract() {
        var product = offeredHolder().product();
        var about = new Subject(product.id(), "L-17", "sup_1");
        var watch = new Watch(
                about.id(),
                about,
                new Tally(12, 8),
                new Tally(12, 8),
                new Tally(12, 8),
                Evidence.NONE,
                1,
                List.of(),
                List.of(),
                7);

        var told = new AlertAnnouncements(OutboxEntries.untraced(json))
                .raised(watch.raise(Aspect.DURABILITY, about.origin(), 0.1, NOW), product);

        assertThat(told.type()).isEqualTo("quality.alert");
        assertThat(told.sequence()).isEqualTo(7);
        assertThat(json.readTree(told.payload())).isEqualTo(json.readTree(Contracts.event("quality.alert")));
    }

    @Test
    @Produces("quality.alert_closed")
    void tellsThatAnAlertIsOverWithoutWhatAPersonWrote() {
        var product = offeredHolder().product();
        var about = new Subject(product.id(), "L-17", "sup_1");
        var seen = new Tally(12, 8);
        var watch = new Watch(about.id(), about, seen, seen, seen, Evidence.NONE, 1, List.of(), List.of(), 7);
        var closing = new Closing("mistaken", "Mrs Miller rang twice", "acc_staff");
        var closed = watch.raise(Aspect.DURABILITY, about.origin(), 0.1, NOW).close(closing, NOW);

        var told = new AlertAnnouncements(OutboxEntries.untraced(json)).closed(closed, product);

        assertThat(told.type()).isEqualTo("quality.alert_closed");
        assertThat(told.sequence()).isEqualTo(8);
        assertThat(json.readTree(told.payload())).isEqualTo(json.readTree(Contracts.event("quality.alert_closed")));
    }

    @Test
    void tellsWhatCameBackOfABatch() {
        var product = offeredHolder().product();
        var about = new Subject(product.id(), null, "sup_1");
        var watch = Watch.ofReturns(about.id() + "/returns/2026-11", about, new Batch(60, 20), 0.05, NOW);

        var told = json.readTree(new AlertAnnouncements(OutboxEntries.untraced(json))
                .raised(watch, product)
                .payload());

        assertThat(told.path("signal").asString()).isEqualTo("returns");
        assertThat(told.path("supplierId").asString()).isEqualTo("sup_1");
        assertThat(told.path("delivered").asInt()).isEqualTo(60);
        assertThat(told.path("returned").asInt()).isEqualTo(20);
        assertThat(told.path("reviews").asInt()).isZero();
    }
}
