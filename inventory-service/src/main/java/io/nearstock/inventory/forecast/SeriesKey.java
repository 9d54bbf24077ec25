package io.nearstock.inventory.forecast;

/** What a series is of. Only item and store name it; the rest lets a model learn from its likes, and may be empty. */
public record SeriesKey(String item, String department, String category, String store, String region) {}
