package io.nearstock.recommendation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much an instance remembers, and how it weighs.
 *
 * @param baskets how many of the latest baskets an instance keeps in memory; a basket of twenty products takes about 200
 *     bytes
 * @param shrinkage how many common baskets make half a certainty
 * @param halfLife after which a purchase counts half for what is popular
 * @param perProduct how many of a product's latest baskets are looked at
 */
@ConfigurationProperties("nearstock.recommendation.memory")
public record MemorySettings(
        @DefaultValue("100000") int baskets,
        @DefaultValue("3") double shrinkage,
        @DefaultValue("7d") Duration halfLife,
        @DefaultValue("5000") int perProduct) {}
