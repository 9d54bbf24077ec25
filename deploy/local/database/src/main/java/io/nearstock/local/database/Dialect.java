package io.nearstock.local.database;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Refuses what MongoDB can and this database cannot, where the library underneath would silently do something else. */
final class Dialect {

    private static final int NOT_IMPLEMENTED = 238;
    private static final Set<String> INDEX_OPTIONS = Set.of("partialFilterExpression", "collation", "weights");

    private Dialect() {}

    static void check(String command, Document query) {
        refuseIf(query.containsKey("startTransaction"), "transactions");
        refuseIf(query.containsKey("collation"), "collation");
        switch (command.toLowerCase(Locale.ROOT)) {
            case "createindexes" -> documents(query, "indexes").forEach(Dialect::checkIndex);
            case "update" -> documents(query, "updates").forEach(update -> checkUpdate(update, "u"));
            case "findandmodify" -> checkUpdate(query, "update");
            default -> {}
        }
    }

    private static void checkIndex(Document description) {
        var fields = Fields.document(description, "key");
        INDEX_OPTIONS.forEach(option -> refuseIf(description.containsKey(option), "indexes with " + option));
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            refuseIf(!(field.getValue() instanceof Number), "indexes of kind " + field.getValue());
            refuseIf(field.getKey().matches("(.*\\.)?(\\d+|\\$\\*\\*)(\\..*)?"), "indexes on " + field.getKey());
        }
    }

    private static void checkUpdate(Document update, String name) {
        refuseIf(update.get(name) instanceof List, "updates by a pipeline");
        refuseIf(update.containsKey("collation"), "collation");
    }

    @SuppressWarnings("unchecked")
    private static List<Document> documents(Document query, String name) {
        return (List<Document>) query.getOrDefault(name, List.of());
    }

    private static void refuseIf(boolean lacking, String what) {
        if (lacking) {
            throw new MongoServerError(NOT_IMPLEMENTED, "NotImplemented", "the local database has no " + what);
        }
    }
}
