package io.nearstock.catalog.quality.watch;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.offeredHolder;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.quality.aspect.Aspect;
import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.Produces;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AlertAnnouncementsTests {

    private final JsonMapper json = JsonMapper.shared();

    @Test
    @Produces("quality.alert")
    void tellsAnAlertInTheWordsOfTheContract() {
        var product = offeredHolder().product();
        var watch =
                new Watch(product.id(), new Tally(12, 8), new Tally(12, 8), Evidence.NONE, 1, List.of(), List.of(), 7);

        var told = new AlertAnnouncements(OutboxEntries.untraced(json))
                .raised(watch.raise(Aspect.DURABILITY, 0.1, NOW), product);

        assertThat(told.type()).isEqualTo("quality.alert");
        assertThat(told.sequence()).isEqualTo(7);
        assertThat(json.readTree(told.payload())).isEqualTo(json.readTree(Contracts.event("quality.alert")));
    }
}
