package io.nearstock.chassis.web;

import org.jspecify.annotations.Nullable;

/** An answer that another page may follow; it gets {@code Link: rel="next"} by itself. */
public interface Paged {

    /** Null on the last page. */
    @Nullable
    String nextCursor();
}
