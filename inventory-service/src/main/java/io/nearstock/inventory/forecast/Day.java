package io.nearstock.inventory.forecast;

import java.util.List;
import java.util.Set;

/**
 * What is known of a day in advance.
 *
 * @param phase where in the season it is, from 0: the weekday of a daily series, the month of a monthly one
 * @param dayOfMonth 0 where dates are not known
 * @param events by name, the most important first
 * @param favoured the regions that have more money to spend on this day (SNAP in the United States)
 */
public record Day(int phase, int dayOfMonth, int month, List<String> events, Set<String> favoured) {}
