package io.nearstock.catalog.announcement;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.PromotionFixtures.about;
import static io.nearstock.catalog.PromotionFixtures.withCoupon;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.Benefit.Percentage;
import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.Produces;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PromotionAnnouncementsTests {

    private final JsonMapper json = JsonMapper.shared();
    private final PromotionAnnouncements announcements = new PromotionAnnouncements(OutboxEntries.untraced(json));

    @Test
    @Produces("promotion.changed")
    void announcesWhenItRunsAndForWhatAsTheContractSays() {
        var promotion = about("prm_1", new Percentage(25), "home/candles");

        var announcement = announcements.apply(promotion);
        var changed = announcements.apply(promotion.promise(promotion.terms(), NOW));

        assertThat(announcement.type()).isEqualTo("promotion.changed");
        assertThat(announcement.sequence()).isEqualTo(1);
        assertThat(changed.sequence()).isEqualTo(2);
        assertThat(json.readTree(announcement.payload()))
                .isEqualTo(json.readTree(Contracts.event("promotion.changed")));
    }

    @Test
    void tellsThatACouponIsNeededButNotWhich() {
        var announced = announcements.apply(withCoupon("prm_1", new Percentage(25), "HUSH"));

        assertThat(json.readTree(announced.payload()).path("everybody").asBoolean(true))
                .isFalse();
        assertThat(announced.payload()).doesNotContain("HUSH");
    }
}
