package io.nearstock.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTests {

    @Test
    void sayWhatTheyAreOf() {
        assertThat(Ids.next("ord")).matches("ord_[0-9a-hjkmnp-tv-z]{26}");
    }

    @Test
    void areNeverTheSame() {
        assertThat(Stream.generate(() -> Ids.next("ord")).limit(10_000)).doesNotHaveDuplicates();
    }

    @Test
    void sortByTheTimeTheyWereMade() {
        var earlier = Ids.next("ord").substring(0, 14);
        var later = Ids.next("ord").substring(0, 14);

        assertThat(later).isGreaterThanOrEqualTo(earlier);
    }
}
