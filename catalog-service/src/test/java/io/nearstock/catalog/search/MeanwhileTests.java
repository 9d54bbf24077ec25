package io.nearstock.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MeanwhileTests {

    private final AtomicInteger times = new AtomicInteger();

    @Test
    void isDoneOnceWhoeverComesToItFirst() {
        for (int round = 1; round <= 1_000; round++) {
            assertThat(Meanwhile.begin(times::incrementAndGet).result()).isEqualTo(round);
        }
        assertThat(Meanwhile.later(times::incrementAndGet).result()).isEqualTo(1_001);
    }

    @Test
    void nothingIsDoneForNobody() {
        var _ = Meanwhile.later(times::incrementAndGet);
        assertThat(times).hasValue(0);
    }

    @Test
    void whatGoesWrongIsToldToWhoeverWantsTheResult() {
        var wrong = Meanwhile.begin(() -> {
            throw new IOException("cannot be counted");
        });
        assertThatThrownBy(wrong::result).hasRootCauseMessage("cannot be counted");
    }
}
