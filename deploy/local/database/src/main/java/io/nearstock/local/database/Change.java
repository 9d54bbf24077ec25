package io.nearstock.local.database;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** One step from one state of the database to the next; the journal is a list of them. */
sealed interface Change {

    /** The database and the collection, joined by a dot. */
    String namespace();

    /** A document is new, or was replaced by this one. */
    record Put(String namespace, Packed document) implements Change {}

    /** A long document was changed by an update of whole fields: its {@code _id}, and the {@code update}. */
    record Edited(String namespace, Packed edit) implements Change {}

    record Remove(String namespace, @Nullable Object id) implements Change {}

    record DefineIndex(String namespace, Document description) implements Change {}

    record DropIndex(String namespace, String name) implements Change {}

    /** The collection is gone with all that it held. */
    record Drop(String namespace) implements Change {}
}
