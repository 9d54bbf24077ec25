package io.nearstock.catalog;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is known of a product beside what it is found by; all of it may be missing. */
public record ProductFacts(
        @Nullable String gtin,
        @Nullable String manufacturer,
        List<MediaLink> media,
        @Nullable ReturnPolicy returnPolicy,
        @Nullable Storage storage) {

    public static final ProductFacts NONE = new ProductFacts(null, null, List.of(), null, null);

    /** Products that were stored before there were media have none. */
    public ProductFacts {
        media = Objects.requireNonNullElse(media, List.of());
    }
}
