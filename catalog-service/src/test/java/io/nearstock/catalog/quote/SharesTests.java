package io.nearstock.catalog.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SharesTests {

    @Test
    void giveTheOddPennyToTheLargestRemainder() {
        assertThat(Shares.of(100, new long[] {999, 1, 500})).containsExactly(67, 0, 33);
        assertThat(Shares.of(1, new long[] {5, 9})).containsExactly(0, 1);
    }

    @Test
    void addUpAndNeverExceedTheirWeight() {
        var chance = new Random(7);
        for (var round = 0; round < 2_000; round++) {
            var weights =
                    chance.longs(1 + chance.nextInt(12), 0, 1_000_000_000_000L).toArray();
            var amount = chance.nextLong(LongStream.of(weights).sum() + 1);

            var shares = Shares.of(amount, weights);

            assertThat(LongStream.of(shares).sum()).isEqualTo(amount);
            for (var line = 0; line < weights.length; line++) {
                assertThat(shares[line]).isBetween(0L, weights[line]);
            }
        }
    }

    @Test
    void cannotBeMoreThanThereIs() {
        assertThatThrownBy(() -> Shares.of(11, new long[] {4, 6})).isInstanceOf(IllegalArgumentException.class);
    }
}
