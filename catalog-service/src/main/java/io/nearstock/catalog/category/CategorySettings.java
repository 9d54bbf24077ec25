package io.nearstock.catalog.category;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How categories are moved.
 *
 * @param batch how many products are changed in one round trip
 * @param lease how long a move may show no progress before another instance goes on with it
 * @param sweep how often an instance looks for a move that nobody told it of
 */
@ConfigurationProperties("nearstock.catalog.category")
record CategorySettings(
        @DefaultValue("200") int batch,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("2s") Duration sweep) {}
