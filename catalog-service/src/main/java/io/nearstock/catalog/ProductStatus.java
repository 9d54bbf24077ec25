package io.nearstock.catalog;

import java.util.Arrays;
import java.util.Locale;

/** Whether a product is sold. */
public enum ProductStatus {
    /** Not sold yet, nor shown to anybody but staff. */
    DRAFT,

    ACTIVE,

    /** Not sold any more, nor shown; its SKU stays taken, as old orders name it. */
    DISCONTINUED;

    /** The name that other services know. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ProductStatus named(String wireName) {
        return Arrays.stream(values())
                .filter(status -> status.wireName().equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
