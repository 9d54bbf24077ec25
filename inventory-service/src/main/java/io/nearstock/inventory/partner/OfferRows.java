package io.nearstock.inventory.partner;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of an upload, one after the other, never all of them. */
interface OfferRows extends Closeable {

    /** Null after the last. */
    @Nullable
    ReadRow next() throws IOException;
}
