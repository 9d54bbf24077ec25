package io.nearstock.inventory;

import java.time.LocalDate;

/**
 * One day of one product at one hub.
 *
 * @param ordered units of confirmed orders
 * @param cancelled units of these whose order was cancelled later
 * @param inStock the share of the day in which there was something to sell
 * @param estimated what would have been wanted with stock all day; never less than what stood
 */
public record DailyDemand(LocalDate date, int ordered, int cancelled, double inStock, double estimated) {

    public int stood() {
        return ordered - cancelled;
    }
}
