package io.nearstock.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTests {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private final Memory memory = new Memory(new MemorySettings(100, 3, Duration.ofDays(7), 1000));

    @Test
    void knowsNothingOfAProductThatNobodyBought() {
        assertThat(memory.boughtWith(List.of("tea"))).isEmpty();
    }

    @Test
    void ranksByHowOftenTwoLieInOneBasket() {
        bought("kettle", "tea");
        bought("kettle", "tea");
        bought("kettle", "mug");
        bought("mug", "plate");

        var fits = memory.boughtWith(List.of("kettle"));

        assertThat(fits).extracting(Fit::productId).containsExactly("tea", "mug");
        assertThat(fits.getFirst().orders()).isEqualTo(2);
    }

    @Test
    void scoresByTheShrunkCosine() {
        bought("kettle", "tea");
        bought("kettle", "tea");
        bought("kettle", "mug");

        var tea = memory.boughtWith(List.of("kettle")).getFirst();

        assertThat(tea.score()).isCloseTo(2 / Math.sqrt(3.0 * 2) * 2 / (2 + 3), within(1e-9));
    }

    @Test
    void prefersWhatBelongsTogetherToWhatIsInEveryBasket() {
        for (var time = 0; time < 20; time++) {
            bought("bag", "thing-" + time);
        }
        for (var time = 0; time < 5; time++) {
            bought("bag", "kettle", "tea");
        }

        assertThat(memory.boughtWith(List.of("kettle")).getFirst().productId()).isEqualTo("tea");
    }

    @Test
    void addsUpWhatFitsSeveralProductsAndLeavesThemOut() {
        bought("kettle", "tea");
        bought("mug", "tea");
        bought("kettle", "mug");

        assertThat(memory.boughtWith(List.of("kettle", "mug")))
                .extracting(Fit::productId)
                .containsExactly("tea");
    }

    @Test
    void letsAPurchaseLoseHalfItsWeightInAHalfLife() {
        memory.add(new Basket("ord_1", List.of("old"), NOW.minus(Duration.ofDays(7)), NOW));
        memory.add(new Basket("ord_2", List.of("new"), NOW, NOW));

        var popular = memory.popular(NOW);

        assertThat(popular).extracting(Fit::productId).containsExactly("new", "old");
        assertThat(popular.getFirst().score()).isCloseTo(1, within(1e-9));
        assertThat(popular.getLast().score()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void keepsABigShopsMemorySmallAndQuick() {
        for (var order = 0; order < 5_000; order++) {
            var first = order % 3_000;
            memory.add(new Basket(
                    "ord_" + order,
                    List.of("p" + first, "p" + (first + 1) % 3_000, "p" + (first * 7) % 3_000),
                    NOW,
                    NOW));
        }

        assertThat(memory.size()).isEqualTo(5_000);
        assertThat(memory.boughtWith(List.of("p7")).getFirst().productId()).isNotEqualTo("p7");
    }

    private void bought(String... products) {
        memory.add(new Basket("ord_" + memory.size(), List.of(products), NOW, NOW));
    }
}
