package io.nearstock.order;

import org.jspecify.annotations.Nullable;

/**
 * How a basket is to be priced.
 *
 * @param coupon null for none
 * @param currency in which it is to be paid; null for the catalogue's
 */
public record Choice(@Nullable String coupon, @Nullable String currency) {

    public static final Choice NONE = new Choice(null, null);

    public Choice withCoupon(String other) {
        return new Choice(other, currency);
    }

    public Choice withCurrency(String other) {
        return new Choice(coupon, other);
    }

    /** What is not chosen here is as it was chosen there. */
    public Choice or(Choice there) {
        return new Choice(coupon == null ? there.coupon : coupon, currency == null ? there.currency : currency);
    }
}
