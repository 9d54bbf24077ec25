package io.nearstock.catalog;

import org.jspecify.annotations.Nullable;

/**
 * How much of a promotion there is; null where there is no end of it. What has no limit is not counted.
 *
 * @param uses baskets that it may reduce
 * @param spend what it may take off them together
 * @param perCustomer baskets of one customer that it may reduce
 */
public record Limits(
        @Nullable Long uses,
        @Nullable Money spend,
        @Nullable Integer perCustomer) {

    public static final Limits NONE = new Limits(null, null, null);

    public boolean hasBudget() {
        return uses != null || spend != null;
    }

    public boolean isNone() {
        return equals(NONE);
    }
}
