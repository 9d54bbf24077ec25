package io.nearstock.inventory;

/** How far two places are apart, in kilometres; today as the crow flies. */
@FunctionalInterface
public interface Distances {

    double km(Position from, Position to);
}
