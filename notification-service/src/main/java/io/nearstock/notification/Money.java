package io.nearstock.notification;

/** An exact amount: minor units (pence, cents) of an ISO 4217 currency. */
public record Money(long amount, String currency) {}
