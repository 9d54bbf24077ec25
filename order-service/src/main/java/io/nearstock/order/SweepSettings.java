package io.nearstock.order;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When unfinished orders are finished by somebody else than the request that began them.
 *
 * @param every how often each instance looks for orders that are due
 * @param grace how long a request has to finish what it began, before the order is due
 * @param lease how long an instance keeps a due order to itself; an order that could not be finished is due again then
 * @param patience how long the note of an order that is being placed stands before what it claimed is given back
 */
@Validated
@ConfigurationProperties("nearstock.order.sweep")
public record SweepSettings(
        @DefaultValue("1s") @DurationMin(millis = 10) Duration every,
        @DefaultValue("5s") @DurationMin(millis = 10) Duration grace,
        @DefaultValue("10s") @DurationMin(millis = 10) Duration lease,
        @DefaultValue("60s") @DurationMin(millis = 10) Duration patience) {}
