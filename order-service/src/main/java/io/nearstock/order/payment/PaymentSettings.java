package io.nearstock.order.payment;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The payment provider.
 *
 * @param url where it is called
 * @param webhookSecret proves that a callback is its own; {@code whsec_} and Base64, or any text
 * @param connectTimeout how long to wait for a connection
 * @param readTimeout how long to wait for an answer, which then counts as unknown
 * @param tolerance how old a callback may be
 */
@Validated
@ConfigurationProperties("nearstock.order.payment.provider")
record PaymentSettings(
        @DefaultValue("http://localhost:8090/payments") URI url,
        @NotBlank String webhookSecret,
        @DefaultValue("300ms") @DurationMin(millis = 1) Duration connectTimeout,
        @DefaultValue("2s") @DurationMin(millis = 1) Duration readTimeout,
        @DefaultValue("5m") @DurationMin(seconds = 1) Duration tolerance) {}
