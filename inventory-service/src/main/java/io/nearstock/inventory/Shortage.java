package io.nearstock.inventory;

/** More is asked of a product than all hubs that deliver there have. */
public record Shortage(String sku, int requested, int available) {}
