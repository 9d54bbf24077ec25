package io.nearstock.recommendation;

/** A price as the catalogue told it: minor units of an ISO 4217 currency. */
public record Money(long amount, String currency) {}
