package io.nearstock.catalog.quality.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoresTests {

    private final Random random = new Random(3);
    private final List<Boolean> low =
            IntStream.range(0, 60).mapToObj(_ -> random.nextInt(4) == 0).toList();
    private final double[] said =
            random.ints(60, 0, 10).mapToDouble(step -> step / 10.0).toArray();

    /** Every pair of a low one and another one, a tie counting half. */
    private double aucByPairs() {
        double won = 0;
        int pairs = 0;
        for (int one = 0; one < said.length; one++) {
            for (int other = 0; other < said.length; other++) {
                if (low.get(one) && !low.get(other)) {
                    pairs++;
                    won += said[one] > said[other] ? 1 : said[one] == said[other] ? 0.5 : 0;
                }
            }
        }
        return won / pairs;
    }

    @Test
    void theAreaIsTheShareOfPairsInTheRightOrder() {
        assertThat(Scores.auc(said, low)).isEqualTo(aucByPairs(), within(1e-12));
    }

    @Test
    void f1OfBothClassesByHand() {
        // two hits, one miss, one alarm, two rest: 4/6 for each class
        var truth = List.of(true, true, true, false, false, false);
        assertThat(Scores.macroF1(new double[] {.9, .8, .1, .7, .2, .1}, truth, 0.5))
                .isEqualTo(4 / 6.0, within(1e-12));
    }

    @Test
    void noThresholdIsBetterThanTheBest() {
        var best = Scores.macroF1(said, low, Scores.bestThreshold(said, low));
        assertThat(IntStream.range(1, 100).mapToDouble(step -> Scores.macroF1(said, low, step / 100.0)))
                .allMatch(other -> other <= best);
    }
}
