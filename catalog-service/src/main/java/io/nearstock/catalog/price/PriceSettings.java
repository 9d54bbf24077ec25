package io.nearstock.catalog.price;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How planned prices come into effect.
 *
 * @param sweep how often an instance looks for those that are due
 * @param batch how many products change their price in one round trip
 */
@ConfigurationProperties("nearstock.catalog.price")
record PriceSettings(
        @DefaultValue("1s") Duration sweep,
        @DefaultValue("200") int batch) {}
