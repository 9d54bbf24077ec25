package io.nearstock.local.sandbox.payment;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param file the provider's books
 * @param publicUrl where this process is reached, for links
 * @param callbackUrl where changes are told; empty: nowhere
 * @param webhookSecret signs callbacks; with the prefix {@code whsec_} it is Base64, otherwise its own bytes are the key
 * @param callbacks which changes are told
 * @param callbackDelays how long to wait before each repetition of a callback that was not answered with 2xx
 * @param slowness how long {@code tok_slow} takes
 * @param settlement how long {@code tok_processing} stays undecided
 */
@Validated
@ConfigurationProperties("nearstock.sandbox.payment")
record PaymentSettings(
        @DefaultValue("data/payments.jsonl") Path file,
        @DefaultValue("http://localhost:8090") String publicUrl,
        @DefaultValue("") String callbackUrl,
        @DefaultValue("") String webhookSecret,
        @DefaultValue("unanswered") CallbackScope callbacks,

        @NotNull @DefaultValue({"500ms", "1s", "2s", "5s", "10s", "30s", "60s"})
        List<Duration> callbackDelays,

        @DefaultValue("4s") Duration slowness,
        @DefaultValue("2s") Duration settlement) {

    enum CallbackScope {
        /** Every change of an intent, as a real provider does. */
        ALL,
        /** Only what the caller cannot have learned from an answer: cheaper under load. */
        UNANSWERED
    }
}
