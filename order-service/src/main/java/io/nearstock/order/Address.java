package io.nearstock.order;

import org.jspecify.annotations.Nullable;

/** Where an order goes. It is personal: it stays in this service's documents and answers, and out of events and logs. */
public record Address(
        String line1, @Nullable String line2, String city, String postcode, String country, GeoPoint position) {}
