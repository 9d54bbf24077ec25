package io.nearstock.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StockBoardTests {

    private static final GeoPoint YORK = new GeoPoint(53.9590, -1.0815);

    private final StockBoard board = new StockBoard();

    @BeforeEach
    void openHubs() {
        board.hub("hub_leeds", "Leeds", new GeoPoint(53.8008, -1.5491), 1);
        board.hub("hub_london", "London", new GeoPoint(51.5072, -0.1276), 1);
        board.level("TEA", "hub_leeds", 3, 1);
        board.level("TEA", "hub_london", 5, 1);
    }

    @Test
    void knowsTheNearestHubThatHasSome() {
        assertThat(board.nearest(board.of("TEA"), around(YORK, 1000))).hasValueSatisfying(hub -> {
            assertThat(hub.name()).isEqualTo("Leeds");
            assertThat(hub.available()).isEqualTo(3);
            assertThat(hub.kilometres()).isCloseTo(35.3, within(0.5));
        });
        board.level("TEA", "hub_leeds", 0, 2);

        assertThat(board.nearest(board.of("TEA"), around(YORK, 1000)))
                .hasValueSatisfying(hub -> assertThat(hub.name()).isEqualTo("London"));
    }

    @Test
    void looksNoFurtherThanAsked() {
        board.level("TEA", "hub_leeds", 0, 2);

        assertThat(board.nearest(board.of("TEA"), around(YORK, 100))).isEmpty();
        assertThat(has("TEA", around(YORK, 100))).isFalse();
        assertThat(has("TEA", null)).isTrue();
        assertThat(has("NEVER", null)).isFalse();
    }

    @Test
    void isNotConfusedByMessagesThatComeTwiceOrLate() {
        board.level("TEA", "hub_leeds", 0, 5);
        board.level("TEA", "hub_leeds", 9, 4);
        board.level("TEA", "hub_leeds", 0, 5);

        assertThat(has("TEA", around(YORK, 100))).isFalse();
    }

    private boolean has(String sku, @Nullable Vicinity vicinity) {
        var number = board.of(sku).number();
        return board.inStock(vicinity).get(number);
    }

    private static Vicinity around(GeoPoint centre, double radiusKm) {
        return new Vicinity(centre, radiusKm);
    }
}
