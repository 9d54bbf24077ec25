package io.nearstock.notification.delivery;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param senders how many mails leave at the same time, each on a connection of its own
 * @param batch mails that are marked as sent in one write
 * @param lease how long others keep away from a notification that somebody is sending; longer than a mail server's
 *     timeouts together
 * @param sweep how often it is looked for what is due
 */
@Validated
@ConfigurationProperties("nearstock.notification.delivery")
record DeliverySettings(
        @DefaultValue("2") @Min(1) int senders,
        @DefaultValue("20") @Min(1) int batch,
        @DefaultValue("90s") @DurationMin(seconds = 45) Duration lease,
        @DefaultValue("1s") Duration sweep) {}
