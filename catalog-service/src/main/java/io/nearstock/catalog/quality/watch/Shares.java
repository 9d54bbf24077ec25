package io.nearstock.catalog.quality.watch;

/** Shares as others read them. */
final class Shares {

    private Shares() {}

    static double rounded(double share) {
        return Math.round(1000 * share) / 1000.0;
    }
}
