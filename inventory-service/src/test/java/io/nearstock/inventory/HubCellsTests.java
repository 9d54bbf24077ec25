package io.nearstock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HubCellsTests {

    private static final int HUBS = 10_000;

    private final Random random = new Random(7);
    private final GreatCircle distances = new GreatCircle();
    private final List<Hub> hubs = IntStream.range(0, HUBS)
            .mapToObj(number -> new Hub("hub_" + number, "Hub", anywhere(), null, null, null, null, null, null, 1))
            .toList();
    private final HubCells cells = new HubCells(hubs);

    /** Poles and the date line included. */
    @Test
    void findsEveryHubThatIsWithinTheRadius() {
        for (int question = 0; question < 500; question++) {
            var place = anywhere();
            var radius = Math.pow(10, random.nextDouble() * 4.5);
            var near = hubs.stream()
                    .filter(hub -> distances.km(place, hub.position()) <= radius)
                    .map(Hub::id)
                    .toList();

            var found = cells.within(place, radius).stream().map(Hub::id).toList();
            var different = new HashSet<>(found);

            assertThat(different).as("%s km around %s", radius, place).hasSize(found.size());
            assertThat(different.containsAll(near))
                    .as("%s km around %s", radius, place)
                    .isTrue();
        }
    }

    @Test
    void looksAtFewOfManyHubs() {
        for (int question = 0; question < 500; question++) {
            var place = new Position(random.nextDouble() * 360 - 180, random.nextDouble() * 120 - 60);

            assertThat(cells.within(place, 50)).hasSizeLessThan(HUBS / 100);
        }
    }

    private Position anywhere() {
        return switch (random.nextInt(10)) {
            case 0 -> new Position(random.nextDouble() * 360 - 180, random.nextBoolean() ? 90 : -90);
            case 1 -> new Position(random.nextBoolean() ? 180 : -180, random.nextDouble() * 180 - 90);
            default -> new Position(random.nextDouble() * 360 - 180, random.nextDouble() * 180 - 90);
        };
    }
}
