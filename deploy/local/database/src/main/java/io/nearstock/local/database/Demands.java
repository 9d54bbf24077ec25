package io.nearstock.local.database;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A query, or what a change demands of an array's elements: taken apart once, for all that it is asked about. */
final class Demands {

    private final List<Names> names = new ArrayList<>();
    private final Document rest;

    private Demands(Document all) {
        rest = withoutNames(all);
    }

    static Demands of(Document all) {
        return new Demands(all);
    }

    private Document withoutNames(Document all) {
        var rest = new Document();
        all.forEach((field, demand) -> {
            if (field.equals("$and") && demand instanceof List<?> list && !list.isEmpty()) {
                rest.put(field, list.stream().map(this::withoutNames).toList());
            } else {
                Names.of(field, demand).ifPresentOrElse(names::add, () -> rest.put(field, demand));
            }
        });
        return rest;
    }

    private @Nullable Object withoutNames(@Nullable Object one) {
        return one instanceof Document document ? withoutNames(document) : one;
    }

    /** Whether a document meets all; what is no matter of names is for the library to say. */
    Predicate<Document> checkedBy(BiPredicate<Document, Document> library) {
        return document -> names.stream().allMatch(each -> each.isMetBy(document)) && library.test(document, rest);
    }
}
