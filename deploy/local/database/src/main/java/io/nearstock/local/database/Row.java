package io.nearstock.local.database;

import de.bwaldvogel.mongo.bson.Document;

/**
 * Where a document is stored. A stored document is never changed but replaced by its successor, so whoever has read one
 * may go on reading it while others write.
 */
final class Row {

    private final long number;
    private Document document;

    Row(long number, Document document) {
        this.number = number;
        this.document = document;
    }

    /** Rises with the order of insertion. */
    long number() {
        return number;
    }

    Document document() {
        return document;
    }

    void replace(Document successor) {
        document = successor;
    }
}
