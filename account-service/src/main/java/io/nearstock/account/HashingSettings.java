package io.nearstock.account;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Argon2id; the defaults are OWASP's first choice.
 *
 * @param memoryKib memory of one hash
 * @param iterations passes over that memory
 * @param parallelism lanes
 * @param atOnce how many hashes one instance computes at a time, which bounds memory and processor
 * @param patience how long a request waits for its turn before it is told to come back; well below what the gateway waits for its
 *     answer, or turns are spent on callers who have gone
 */
@Validated
@ConfigurationProperties("nearstock.account.hashing")
record HashingSettings(
        @DefaultValue("19456") @Min(7168) int memoryKib,
        @DefaultValue("2") @Min(1) int iterations,
        @DefaultValue("1") @Min(1) int parallelism,
        @DefaultValue("2") @Min(1) int atOnce,
        @DefaultValue("800ms") @DurationMin Duration patience) {}
