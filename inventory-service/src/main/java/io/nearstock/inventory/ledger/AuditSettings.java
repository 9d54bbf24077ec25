package io.nearstock.inventory.ledger;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When the ledger is replayed without anybody asking.
 *
 * @param every how often, by one instance
 */
@Validated
@ConfigurationProperties("nearstock.inventory.audit")
record AuditSettings(
        @DefaultValue("1h") @DurationMin(seconds = 1) Duration every) {}
