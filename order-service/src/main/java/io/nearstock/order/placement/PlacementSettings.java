package io.nearstock.order.placement;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How orders are placed.
 *
 * @param claimMargin how long before its expiry a checkout is refused, so that nobody begins what must fail
 */
@Validated
@ConfigurationProperties("nearstock.order.placement")
record PlacementSettings(@DefaultValue("1s") @DurationMin Duration claimMargin) {}
