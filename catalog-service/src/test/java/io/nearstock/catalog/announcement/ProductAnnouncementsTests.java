package io.nearstock.catalog.announcement;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;
import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.by;
import static io.nearstock.catalog.ProductFixtures.offeredHolder;
import static io.nearstock.catalog.ProductFixtures.offeredLantern;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.Transition.Progress;
import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.Produces;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ProductAnnouncementsTests {

    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(NON_NULL))
            .build();
    private final ProductAnnouncements announcements = new ProductAnnouncements(OutboxEntries.untraced(json));

    @Test
    @Produces("product.changed")
    void announcesAProductAsTheContractSays() {
        var announcement = announcements.apply(offeredHolder());

        assertThat(announcement.type()).isEqualTo("product.changed");
        assertThat(json.readTree(announcement.payload())).isEqualTo(json.readTree(Contracts.event("product.changed")));
    }

    @Test
    void countsTheMessagesOfAProduct() {
        var product = offeredLantern().product();
        var gone = (Progress) product.discontinue(by(NOW));

        assertThat(announcements.apply(offeredLantern()).id()).isEqualTo(product.id() + ".1");
        assertThat(announcements.apply(gone).id()).isEqualTo(product.id() + ".2");
        assertThat(announcements.apply(gone).payload())
                .contains("\"discontinued\"")
                .doesNotContain("brand");
    }
}
