package io.nearstock.chassis.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long idempotency keys live.
 *
 * @param lease how long a request may run before a retry takes over: longer than any request's budget
 * @param kept how long an answer is replayed
 */
@ConfigurationProperties("nearstock.idempotency")
record IdempotencySettings(
        @DefaultValue("30s") Duration lease,
        @DefaultValue("7d") Duration kept) {}
