package io.nearstock.inventory.forecast.planning;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Whether forecasts are made in a process of their own.
 *
 * @param enabled where one machine does everything; elsewhere instances that serve leave planning to others
 * @param heap of that process
 * @param breaks that it makes after each small part of what it asks of the database
 */
@ConfigurationProperties("nearstock.inventory.planning.process")
record OwnProcessSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("512MB") DataSize heap,
        @DefaultValue("20ms") Duration breaks) {}
