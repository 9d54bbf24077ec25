package io.nearstock.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a promotion reduces a price. */
public enum PromotionKind {
    PERCENTAGE(Benefit.Percentage.class),
    FIXED(Benefit.Fixed.class),
    BUY_X_GET_Y(Benefit.BuyXGetY.class),
    BUNDLE(Benefit.Bundle.class),
    GIFT(Benefit.Gift.class);

    private final Class<? extends Benefit> type;

    PromotionKind(Class<? extends Benefit> type) {
        this.type = type;
    }

    Class<? extends Benefit> type() {
        return type;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PromotionKind> named(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst();
    }
}
