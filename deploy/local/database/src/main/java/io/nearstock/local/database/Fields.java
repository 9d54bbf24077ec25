package io.nearstock.local.database;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.bson.Document;

/** Fields that must be there. */
final class Fields {

    private Fields() {}

    static String string(Document document, String name) {
        return requireNonNull((String) document.get(name), name);
    }

    static Document document(Document document, String name) {
        return requireNonNull((Document) document.get(name), name);
    }
}
