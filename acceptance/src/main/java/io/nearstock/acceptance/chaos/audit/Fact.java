package io.nearstock.acceptance.chaos.audit;

import java.util.List;
import org.bson.Document;

/** Reads stored documents by path. */
final class Fact {

    private Fact() {}

    static String text(Document document, String path) {
        var found = document.getEmbedded(List.of(path.split("\\.")), Object.class);
        return found == null ? "" : found.toString();
    }

    static long number(Document document, String path) {
        var found = document.getEmbedded(List.of(path.split("\\.")), Object.class);
        return found instanceof Number number ? number.longValue() : 0;
    }

    static List<Document> list(Document document, String path) {
        var found = document.getEmbedded(List.of(path.split("\\.")), Object.class);
        return found instanceof List<?> list
                ? list.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .toList()
                : List.of();
    }

    static String id(Document document) {
        return text(document, "_id");
    }
}
