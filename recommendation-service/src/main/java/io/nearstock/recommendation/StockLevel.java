package io.nearstock.recommendation;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * How many of a SKU a hub can still promise.
 *
 * @param id SKU and hub, as the messages are keyed
 * @param sequence of the message; an older one is ignored
 */
public record StockLevel(@BsonId String id, String sku, String hubId, int available, long sequence) {}
