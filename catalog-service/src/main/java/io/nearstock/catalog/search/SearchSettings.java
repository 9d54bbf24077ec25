package io.nearstock.catalog.search;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The search index of this instance.
 *
 * @param directory where it lives; of one process alone, and rebuilt from the database when missing
 * @param refresh how soon a change can be found
 * @param commit how often it is made durable; after a crash the changes since are read again
 * @param snapshot how long a shopper may turn pages of one and the same state of the index
 */
@Validated
@ConfigurationProperties("nearstock.catalog.search")
record SearchSettings(
        @NotNull Path directory,
        @DefaultValue("200ms") Duration refresh,
        @DefaultValue("10s") Duration commit,
        @DefaultValue("2m") Duration snapshot) {}
