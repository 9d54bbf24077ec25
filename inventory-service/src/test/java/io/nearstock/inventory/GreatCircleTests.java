package io.nearstock.inventory;

import static io.nearstock.inventory.HoldFixtures.BERLIN;
import static io.nearstock.inventory.HoldFixtures.LEEDS;
import static io.nearstock.inventory.HoldFixtures.LONDON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GreatCircleTests {

    private final Distances distances = new GreatCircle();

    @Test
    void measuresCitiesWithinAKilometre() {
        assertThat(distances.km(LONDON, LEEDS)).isCloseTo(272.6, within(1.0));
        assertThat(distances.km(LONDON, BERLIN)).isCloseTo(931.6, within(1.0));
    }

    @Test
    void isNothingFromAPlaceToItself() {
        assertThat(distances.km(BERLIN, BERLIN)).isZero();
    }

    @Test
    void goesTheShortWayOverTheDateLine() {
        assertThat(distances.km(new Position(179.9, 0), new Position(-179.9, 0)))
                .isCloseTo(22.2, within(0.1));
    }

    @Test
    void isHalfTheEarthToTheOtherEndOfIt() {
        assertThat(distances.km(new Position(0, 90), new Position(0, -90))).isCloseTo(20015.1, within(0.1));
    }
}
