package io.nearstock.local.database;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A collection whose queries use its indexes and whose changes are recorded. The library changes the documents that a
 * query gives it, so it gets copies; stored ones stay as they are.
 */
final class Table extends AbstractSynchronizedMongoCollection<Row> {

    private static final Document EVERYTHING = new Document();
    private static final int QUERY_PLAN_KILLED = 175;

    private final Rows rows = new Rows();
    private final Consumer<Change> changes;
    private final LongAdder examined;
    private boolean dropped;

    Table(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            Consumer<Change> changes,
            LongAdder examined) {
        super(database, name, options, cursors);
        this.changes = changes;
        this.examined = examined;
    }

    /** Tells all that this table holds, as if it had just been written. */
    synchronized void tellEverything() {
        getIndexes().forEach(index -> tell(new Change.DefineIndex(getFullName(), index.toIndexDescription())));
        rows.all().forEach(row -> tell(new Change.Put(getFullName(), Packed.of(row.document()))));
    }

    /** For the library's changes: it writes into the fields of what it gets, not into their values. */
    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document sort, int skip, int limit, int batchSize, @Nullable Document fields) {
        return result(new Search(query, sort, skip, limit, batchSize, fields, Document::new));
    }

    @Override
    public synchronized QueryResult handleQuery(QueryParameters parameters) {
        return Search.of(parameters).map(this::result).orElseGet(() -> super.handleQuery(parameters));
    }

    private QueryResult result(Search search) {
        var sort = search.sort();
        var plan = Planner.best(getIndexes(), search.query(), sort);
        var found = rows.of(plan, isNaturalDescending(sort))
                .peek(_ -> examined.increment())
                .map(Row::document)
                .filter(matching(search.query()))
                .map(search.copy());
        var order = plan.isPresent() && plan.get().ordered() ? null : deriveComparator(sort);
        return matchDocumentsFromStream(
                EVERYTHING, found, search.skip(), search.limit(), search.batchSize(), order, search.fields());
    }

    private Predicate<Document> matching(Document query) {
        return Demands.of(query).checkedBy(this::documentMatchesQuery);
    }

    @Override
    public synchronized Document updateDocuments(
            Document query, Document update, ArrayFilters filters, boolean many, boolean upsert, Oplog oplog) {
        return Edit.of(update)
                .filter(_ -> filters.isEmpty())
                .flatMap(edit -> edit.made(this, toEdit(query, many), upsert))
                .orElseGet(() -> super.updateDocuments(query, update, filters, many, upsert, oplog));
    }

    private List<Row> toEdit(Document query, boolean many) {
        var matching = matching(query);
        return rows.of(Planner.best(getIndexes(), query, null), false)
                .filter(row -> matching.test(row.document()))
                .limit(many ? Long.MAX_VALUE : 1)
                .toList();
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document sort, int skip, int limit, int batchSize, Document fields) {
        return queryDocuments(query, sort, skip, limit, batchSize, fields);
    }

    @Override
    protected Row addDocumentInternal(Document document) {
        var packed = Packed.of(document);
        tell(new Change.Put(getFullName(), packed));
        return rows.add(packed);
    }

    @Override
    protected void handleUpdate(Row row, Document before, Document after) {
        var packed = Packed.of(after);
        tell(new Change.Put(getFullName(), packed));
        rows.replace(row, packed);
    }

    void replace(Row row, Document before, Document after, Document update) {
        getIndexes().forEach(index -> index.checkUpdate(before, after, this));
        var successor = Packed.of(after);
        tell(row.change(getFullName(), successor, update));
        rows.replace(row, successor);
        getIndexes().forEach(index -> index.updateInPlace(before, after, row, this));
    }

    @Override
    public synchronized void removeDocument(Document document) {
        if (getIndexes().isEmpty()) {
            super.removeDocument(document);
            return;
        }
        var row = getIndexes().getFirst().getPosition(document);
        if (row != null) {
            getIndexes().forEach(index -> ((OrderedIndex) index).remove(row));
            removeDocument(row);
        }
    }

    @Override
    protected void removeDocument(Row row) {
        tell(new Change.Remove(getFullName(), row.document().get("_id")));
        rows.remove(row);
    }

    @Override
    public synchronized void addIndex(Index<Row> index) {
        super.addIndex(index);
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
    }

    @Override
    public synchronized int count(@Nullable Document query, int skip, int limit) {
        return super.count(query, skip, limit);
    }

    @Override
    public synchronized int count() {
        return rows.count();
    }

    @Override
    protected Stream<DocumentWithPosition<Row>> streamAllDocumentsWithPosition() {
        return rows.all().toList().stream().map(row -> new DocumentWithPosition<>(row.document(), row));
    }

    @Override
    protected Document getDocument(Row row) {
        return row.document();
    }

    @Override
    public synchronized void drop() {
        super.drop();
        dropped = true;
    }

    /** A writer that found this table before must not bring it back. */
    private void tell(Change change) {
        if (dropped) {
            throw new MongoServerError(QUERY_PLAN_KILLED, "QueryPlanKilled", getFullName() + " was dropped");
        }
        changes.accept(change);
    }

    /** Sizes are not kept: they would cost an encoding of each document at each change. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int delta) {}

    @Override
    protected int getDataSize() {
        return 0;
    }
}
