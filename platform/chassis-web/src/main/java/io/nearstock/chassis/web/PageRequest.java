package io.nearstock.chassis.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which page a client wants; a handler parameter made of {@code limit} (1 to 100, default 20) and {@code cursor}. */
public final class PageRequest {

    public static final int DEFAULT_LIMIT = 20;
    public static final int MAXIMUM_LIMIT = 100;

    private final int limit;
    private final @Nullable Cursor cursor;

    public PageRequest(int limit, @Nullable Cursor cursor) {
        this.limit = limit;
        this.cursor = cursor;
    }

    public static PageRequest first(int limit) {
        return new PageRequest(limit, null);
    }

    public int limit() {
        return limit;
    }

    /** Empty for the first page. */
    public Optional<Cursor> cursor() {
        return Optional.ofNullable(cursor);
    }
}
