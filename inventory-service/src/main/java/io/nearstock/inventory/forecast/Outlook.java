package io.nearstock.inventory.forecast;

/** What is expected of one day: the mean, and levels that demand stays below in 10, 50 and 90 of 100 such days. */
public record Outlook(double mean, double p10, double p50, double p90) {}
