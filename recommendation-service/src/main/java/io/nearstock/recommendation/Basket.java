package io.nearstock.recommendation;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What was bought together in one order; the one permanent record that the order was learned from.
 *
 * @param id the order's
 * @param products ids, each once
 * @param at when the order was confirmed
 * @param learnedAt when the record was made
 */
public record Basket(@BsonId String id, List<String> products, Instant at, Instant learnedAt) {}
