package io.nearstock.catalog.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How imports run.
 *
 * @param uploadLimit the largest file that is taken
 * @param batch how many rows are applied in one round trip
 * @param lease how long a job may show no progress before another instance goes on with it
 * @param sweep how often an instance looks for work that nobody told it of
 */
@ConfigurationProperties("nearstock.catalog.intake")
record IntakeSettings(
        @DefaultValue("512MB") DataSize uploadLimit,
        @DefaultValue("200") int batch,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("2s") Duration sweep) {}
