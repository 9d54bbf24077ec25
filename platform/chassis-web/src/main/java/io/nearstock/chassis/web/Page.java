package io.nearstock.chassis.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list; {@code nextCursor} is null on the last one. */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) implements Paged {

    /** Of what a query for {@code limit + 1} items found: the one too many tells that another page follows. */
    public static <T> Page<T> of(List<T> itemsLimitPlusOne, PageRequest request, Function<T, Cursor> cursor) {
        if (itemsLimitPlusOne.size() <= request.limit()) {
            return new Page<>(itemsLimitPlusOne, null);
        }
        var items = itemsLimitPlusOne.subList(0, request.limit());
        return new Page<>(items, cursor.apply(items.getLast()).toString());
    }

    /** The same page in other words, such as views of stored records. */
    public <V> Page<V> map(Function<T, V> view) {
        return new Page<>(items.stream().map(view).toList(), nextCursor);
    }
}
