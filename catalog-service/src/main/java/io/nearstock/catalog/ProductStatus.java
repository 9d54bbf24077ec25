package io.nearstock.catalog;

import java.util.Locale;

/** Whether a product is sold. */
public enum ProductStatus {
    ACTIVE,

    /** Not sold any more, nor shown; its SKU stays taken, as old orders name it. */
    DISCONTINUED;

    /** The name that other services know. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
