package io.nearstock.catalog.intake;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of an upload, one after the other, never all of them. */
interface Rows extends Closeable {

    /** Null after the last; fails when nothing after this place can be read. */
    @Nullable
    Row next() throws IOException;
}
