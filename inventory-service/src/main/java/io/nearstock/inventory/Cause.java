package io.nearstock.inventory;

/** What a movement comes from, such as the hold or the shipment of this id. */
public record Cause(String type, String id) {}
