package io.nearstock.inventory;

import java.util.List;

/**
 * Rows as they were read, each by itself.
 *
 * @param rows in the order of their ids
 * @param unreadable the ids of those that are not as this service writes them
 * @param last the id of the last one, of either kind; empty where there is none
 */
public record StockReading(List<StockRow> rows, List<String> unreadable, String last) {

    static final StockReading NOTHING = new StockReading(List.of(), List.of(), "");

    public int size() {
        return rows.size() + unreadable.size();
    }
}
