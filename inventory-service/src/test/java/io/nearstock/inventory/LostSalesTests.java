package io.nearstock.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LostSalesTests {

    private static double[] estimated(int[] sold, double[] inStock) {
        var lost = new LostSales(sold, inStock);
        return IntStream.range(0, sold.length).mapToDouble(lost::estimated).toArray();
    }

    private static double[] always(int days) {
        var inStock = new double[days];
        Arrays.fill(inStock, 1);
        return inStock;
    }

    @Test
    void leavesDaysInStockAsTheyWere() {
        assertThat(estimated(new int[] {0, 3, 0, 5}, always(4))).containsExactly(0, 3, 0, 5);
    }

    @Test
    void fillsAnEmptyDayWithItsWeekday() {
        var sold = new int[15];
        Arrays.fill(sold, 2);
        sold[0] = 9;
        sold[7] = 11;
        sold[14] = 0;
        var inStock = always(15);
        inStock[14] = 0;

        assertThat(estimated(sold, inStock)[14]).isEqualTo(10);
    }

    @Test
    void fillsOnlyThePartThatWasEmpty() {
        var inStock = always(5);
        inStock[4] = 0.25;

        assertThat(estimated(new int[] {4, 4, 4, 4, 1}, inStock)[4]).isEqualTo(1 + 0.75 * 4);
    }

    @Test
    void inventsNothingWhereNothingWasEverSold() {
        assertThat(estimated(new int[3], new double[3])).containsOnly(0);
    }

    /** Ten a day are wanted; a third of the days runs out, so that sales alone say much less. */
    @Test
    void comesNearTheDemandThatSalesHide() {
        var random = new Random(11);
        var sold = new int[365];
        var inStock = always(365);
        for (var day = 0; day < 365; day++) {
            inStock[day] = random.nextInt(3) == 0 ? random.nextDouble() : 1;
            sold[day] = (int) Math.round((9 + random.nextInt(3)) * inStock[day]);
        }

        var estimated = Arrays.stream(estimated(sold, inStock)).average().orElseThrow();

        assertThat(Arrays.stream(sold).average().orElseThrow()).isLessThan(9);
        assertThat(estimated).isCloseTo(10, within(0.3));
    }

    @Test
    void looksAtNothingThatCameLater() {
        var inStock = always(20);
        inStock[10] = 0;
        var sold = IntStream.range(0, 20).map(day -> day == 10 ? 0 : 3).toArray();
        var other = sold.clone();
        Arrays.fill(other, 11, 20, 900);

        assertThat(estimated(other, inStock)[10])
                .isEqualTo(estimated(sold, inStock)[10])
                .isEqualTo(3);
    }
}
