package io.nearstock.local.database;

import org.jspecify.annotations.Nullable;

/** A place between values: where a range of an index begins or ends. */
@FunctionalInterface
interface Cut {

    /** Negative when the place is before the value, positive when it is after it; never zero. */
    int comparedTo(@Nullable Object value);

    static Cut before(@Nullable Object value) {
        return nextTo(value, -1);
    }

    static Cut after(@Nullable Object value) {
        return nextTo(value, 1);
    }

    /** Before every value of this one's type. */
    static Cut beforeTypeOf(Object value) {
        return atEdgeOfType(ValueOrder.rank(value), -1);
    }

    static Cut afterTypeOf(Object value) {
        return atEdgeOfType(ValueOrder.rank(value), 1);
    }

    private static Cut nextTo(@Nullable Object value, int side) {
        return other -> {
            var order = ValueOrder.INSTANCE.compare(value, other);
            return order == 0 ? side : order;
        };
    }

    private static Cut atEdgeOfType(int rank, int side) {
        return other -> {
            var order = Integer.compare(rank, ValueOrder.rank(other));
            return order == 0 ? side : order;
        };
    }
}
