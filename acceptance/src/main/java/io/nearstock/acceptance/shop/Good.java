package io.nearstock.acceptance.shop;

/** A product that a story made for itself. */
public record Good(String sku, String productId, String etag) {}
