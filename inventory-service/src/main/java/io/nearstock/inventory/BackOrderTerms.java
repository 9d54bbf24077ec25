package io.nearstock.inventory;

import java.time.LocalDate;

/**
 * Selling what has not come yet.
 *
 * @param limit how many units may be owed at most
 * @param shipsOn the day from which they are promised to leave
 */
public record BackOrderTerms(int limit, LocalDate shipsOn) {}
