package io.nearstock.catalog.announcement;

import static io.nearstock.catalog.ProductFixtures.NOW;
import static io.nearstock.catalog.ProductFixtures.offeredHolder;
import static org.assertj.core.api.Assertions.assertThat;

import io.nearstock.catalog.Opinion;
import io.nearstock.catalog.Review;
import io.nearstock.chassis.messaging.OutboxEntries;
import io.nearstock.testkit.Contracts;
import io.nearstock.testkit.Produces;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReviewAnnouncementsTests {

    private final JsonMapper json = JsonMapper.shared();
    private final ReviewAnnouncements announcements = new ReviewAnnouncements(OutboxEntries.untraced(json));
    private final Review review = Review.write(
            "rev_1",
            offeredHolder().product(),
            "ord_1",
            "acc_1",
            new Opinion(4, "Fine", "It hangs and it glows."),
            List.of(),
            NOW);

    @Test
    @Produces({"review.published", "review.withheld"})
    void announcesEachVersionAsTheContractSaysAndNeverItsWords() {
        assertAnnounced(review, "review.published");
        assertAnnounced(review.moderate(false, "rude", NOW), "review.withheld");
    }

    private void assertAnnounced(Review version, String type) {
        var announcement = announcements.apply(version);
        assertThat(announcement.type()).isEqualTo(type);
        assertThat(announcement.sequence()).isEqualTo(version.version());
        assertThat(json.readTree(announcement.payload())).isEqualTo(json.readTree(Contracts.event(type)));
    }
}
