package io.nearstock.catalog.quality.watch;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a product's ratings are an alarm.
 *
 * @param betweenFalseAlarms a product's reviews between two alarms without reason are at least so many on average
 */
@Validated
@ConfigurationProperties("nearstock.catalog.quality")
record WatchSettings(@DefaultValue("500") @Min(10) int betweenFalseAlarms) {}
