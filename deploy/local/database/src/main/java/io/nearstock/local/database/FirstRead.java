package io.nearstock.local.database;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How an aggregation begins. The library reads the whole collection and then looks at the stages; a first
 * {@code $match} may use an index, documents into which no stage writes need not be copied, and of documents that are
 * only counted none needs to be kept.
 */
final class FirstRead {

    private static final ScopedValue<FirstRead> CURRENT = ScopedValue.newInstance();
    private static final FirstRead EVERYTHING = new FirstRead(new Document(), Document::cloneDeeply);
    private static final Document COUNTED = new Document();
    private static final Document COUNT =
            new Document("$group", new Document("_id", 1).append("n", new Document("$sum", 1)));
    private static final Set<String> READ_ONLY =
            Set.of("$match", "$group", "$sort", "$skip", "$limit", "$count", "$sortByCount", "$unwind");

    private final Document filter;
    private final UnaryOperator<Document> copy;
    private boolean taken;

    private FirstRead(Document filter, UnaryOperator<Document> copy) {
        this.filter = filter;
        this.copy = copy;
    }

    /** Answers an aggregation. */
    static Document in(Document aggregation, UnaryOperator<Document> answer) {
        var stages = aggregation.get("pipeline") instanceof List<?> list ? list : List.of();
        var first = stages.isEmpty() ? null : stages.getFirst();
        if (!(first instanceof Document stage && stage.get("$match") instanceof Document filter)) {
            return answered(new FirstRead(EVERYTHING.filter, copying(stages)), aggregation, answer);
        }
        if (isCount(stages)) {
            var rest = aggregation.clone().append("pipeline", stages.subList(1, stages.size()));
            return answered(new FirstRead(filter, _ -> COUNTED), rest, answer);
        }
        return answered(new FirstRead(filter, copying(stages)), aggregation, answer);
    }

    private static Document answered(FirstRead read, Document aggregation, UnaryOperator<Document> answer) {
        return ScopedValue.where(CURRENT, read).call(() -> answer.apply(aggregation));
    }

    private static UnaryOperator<Document> copying(List<?> stages) {
        var readOnly =
                stages.stream().allMatch(stage -> stage instanceof Document one && READ_ONLY.containsAll(one.keySet()));
        return readOnly ? UnaryOperator.identity() : Document::cloneDeeply;
    }

    /** As drivers ask how many documents match. */
    private static boolean isCount(List<?> stages) {
        return stages.size() == 2 && stages.getLast() instanceof Document last && last.equals(COUNT);
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
        return new FirstRead(filter, Document::cloneDeeply);
    }

    Document filter() {
        return filter;
    }

    UnaryOperator<Document> copy() {
        return copy;
    }
}
