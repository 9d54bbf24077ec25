package io.nearstock.catalog;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is popular.
 *
 * @param halfLife after which a delivery counts half; another one builds the index anew
 * @param sweep how often each instance counts what has been delivered since
 * @param batch how many deliveries it reads at a time
 */
@Validated
@ConfigurationProperties("nearstock.catalog.popularity")
public record PopularitySettings(
        @DefaultValue("7d") @DurationMin(seconds = 1) Duration halfLife,
        @DefaultValue("15m") @DurationMin(millis = 10) Duration sweep,
        @DefaultValue("500") int batch) {}
