package io.nearstock.chassis.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SentTests {

    private final Sent sent = new Sent();

    @Test
    void aDocumentsFirstEntriesFollowNothing() {
        assertThat(sent.rest("pcl_1", entries(1, 2))).contains(entries(1, 2));
        assertThat(sent.rest("pcl_1", entries(2, 1))).contains(entries(1, 2));
    }

    @Test
    void whatFollowsTheLastThatWasSentMayGo() {
        sent.reach("pcl_1", 4);

        assertThat(sent.rest("pcl_1", entries(5))).contains(entries(5));
        assertThat(sent.rest("pcl_2", entries(5))).isEmpty();
    }

    @Test
    void overAGapOthersMayHaveToGoBefore() {
        sent.reach("pcl_1", 1);

        assertThat(sent.rest("pcl_1", entries(3))).isEmpty();
        assertThat(sent.rest("pcl_1", entries(2, 4))).isEmpty();
        assertThat(sent.rest("pcl_1", List.of())).isEmpty();
    }

    @Test
    void whatWasSentIsNotSentAgain() {
        sent.reach("pcl_1", 2);

        assertThat(sent.rest("pcl_1", entries(1, 2))).isEqualTo(Optional.of(List.of()));
        assertThat(sent.rest("pcl_1", entries(2, 3))).contains(entries(3));
    }

    @Test
    void anEntryOfADocumentThatMustBeReadIsReadWithIt() {
        var merged = Nudge.merged(List.of(
                new Nudge("pcl_1", entries(1)), new Nudge("pcl_1", List.of()), new Nudge("pcl_2", entries(1, 2))));

        assertThat(merged.get("pcl_1")).isEmpty();
        assertThat(merged.get("pcl_2")).isEqualTo(entries(1, 2));
    }

    private static List<OutboxEntry> entries(long... sequences) {
        return Arrays.stream(sequences)
                .mapToObj(sequence ->
                        new OutboxEntry("pcl." + sequence, sequence, "parcel.sent", Instant.EPOCH, null, "{}"))
                .toList();
    }
}
