/** Forecasts of what this service sells: made in daily rounds, kept, and read. */
@NullMarked
package io.nearstock.inventory.forecast.planning;

import org.jspecify.annotations.NullMarked;
