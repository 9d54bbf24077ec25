package io.nearstock.catalog.quality.aspect;

import java.util.Locale;

/** What of a product, or of getting it, a customer may judge. */
public enum Aspect {
    /** Size, fit, and whether it flatters. */
    FIT,
    MATERIAL,
    /** Colours and prints. */
    COLOUR,
    COMFORT,
    /** Workmanship, and how it lasts and washes. */
    DURABILITY,
    VALUE,
    DELIVERY,
    /** Look and design, and what it can be worn with. */
    STYLE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
