package io.nearstock.local.database;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * How an aggregation begins. The library reads the whole collection and then looks at the stages; a first
 * {@code $match} may use an index, and documents into which no stage writes need not be copied.
 */
final class FirstRead {

    private static final ScopedValue<FirstRead> CURRENT = ScopedValue.newInstance();
    private static final FirstRead EVERYTHING = new FirstRead(new Document(), false);
    private static final Set<String> READ_ONLY =
            Set.of("$match", "$group", "$sort", "$skip", "$limit", "$count", "$sortByCount", "$unwind");

    private final Document filter;
    private final boolean readOnly;
    private boolean taken;

    private FirstRead(Document filter, boolean readOnly) {
        this.filter = filter;
        this.readOnly = readOnly;
    }

    /** Answers an aggregation. */
    static Document in(Document aggregation, Supplier<Document> answer) {
        var stages = aggregation.get("pipeline") instanceof List<?> list ? list : List.of();
        var readOnly =
                stages.stream().allMatch(stage -> stage instanceof Document one && READ_ONLY.containsAll(one.keySet()));
        var first = stages.isEmpty() ? null : stages.getFirst();
        var filter = first instanceof Document stage && stage.get("$match") instanceof Document match
                ? match
                : EVERYTHING.filter;
        return ScopedValue.where(CURRENT, new FirstRead(filter, readOnly)).call(answer::get);
    }

    /** For a read of a whole collection: that of the aggregation the first time, everything after that. */
    static FirstRead take() {
        if (!CURRENT.isBound() || CURRENT.get().taken) {
            return EVERYTHING;
        }
        CURRENT.get().taken = true;
        return CURRENT.get();
    }

    /** A further read, of what another stage looks for. */
    static FirstRead of(Document filter) {
        return new FirstRead(filter, false);
    }

    Document filter() {
        return filter;
    }

    UnaryOperator<Document> copy() {
        return readOnly ? UnaryOperator.identity() : Document::cloneDeeply;
    }
}
