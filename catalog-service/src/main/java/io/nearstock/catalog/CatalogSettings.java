package io.nearstock.catalog;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What holds for the whole catalogue.
 *
 * @param currency the one currency (ISO 4217) of products' own prices, of promotions and of orders
 * @param remembered for how long an instance may not know what another one changed in promotions and price lists
 * @param reread after which price lists are read whole, for prices that were stored long after the moment that they say
 */
@Validated
@ConfigurationProperties("nearstock.catalog")
public record CatalogSettings(
        @DefaultValue("GBP") @Pattern(regexp = "[A-Z]{3}") String currency,
        @DefaultValue("1s") @DurationMin Duration remembered,
        @DefaultValue("5m") @DurationMin Duration reread) {}
