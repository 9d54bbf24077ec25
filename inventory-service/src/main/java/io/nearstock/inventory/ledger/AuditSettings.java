package io.nearstock.inventory.ledger;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When the ledger is replayed without anybody asking, and for how long at a time when somebody does.
 *
 * @param every how often, by one instance
 * @param answer how long whoever asks for it is kept waiting before the answer says where to go on
 */
@Validated
@ConfigurationProperties("nearstock.inventory.audit")
record AuditSettings(
        @DefaultValue("1h") @DurationMin(seconds = 1) Duration every,
        @DefaultValue("1s") Duration answer) {}
