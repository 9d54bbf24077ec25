package io.nearstock.inventory;

import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the retailer buys with.
 *
 * @param currency the one (ISO 4217) that bids are in, so that they can be compared
 */
@Validated
@ConfigurationProperties("nearstock.inventory.buying")
public record BuyingSettings(@DefaultValue("GBP") String currency) {

    @AssertTrue(message = "no currency of ISO 4217 that amounts can be in")
    boolean isCurrency() {
        return Money.isCurrency(currency);
    }
}
