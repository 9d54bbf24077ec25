package io.nearstock.catalog.search.meaning;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whether and how products are found by what is meant.
 *
 * @param enabled without it nothing is loaded and words alone find
 * @param delay how long after its start an instance gives products their meaning at the earliest
 * @param share of one core that this may take: 0.5 rests as long as it works
 * @param batch products that get their meaning in one round trip
 * @param longest how much of a text is read, in pieces of words
 * @param patience how long a search waits for others whose meaning is being read; then words alone find
 * @param queries how many queries are remembered with their meaning
 */
@Validated
@ConfigurationProperties("nearstock.catalog.search.meaning")
public record MeaningSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("10s") Duration delay,
        @DefaultValue("0.5") @Positive @DecimalMax("1") double share,
        @DefaultValue("32") @Positive int batch,
        @DefaultValue("128") @Min(8) @Max(256) int longest,
        @DefaultValue("50ms") Duration patience,
        @DefaultValue("2000") @Positive int queries) {}
