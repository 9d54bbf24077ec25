package io.nearstock.inventory.forecast;

/** A way to forecast one series from its own past. */
public interface Method {

    String name();

    /** The expected sales of the next days; a series without a sale gets zeros. */
    double[] forecast(Series series, int horizon);
}
