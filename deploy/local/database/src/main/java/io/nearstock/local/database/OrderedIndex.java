package io.nearstock.local.database;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a table in the order of some fields. Guarded by its table's lock. */
final class OrderedIndex extends Index<Row> {

    private final boolean unique;
    private final boolean primary;
    private final IndexKeys keys;
    private final NavigableSet<IndexEntry> entries;
    /** What a unique index has under keys of strings alone: found at once, however many there are. */
    private final Map<Key, Row> named = new HashMap<>();
    /** Whether these are among the entries too; not before somebody has asked for an order or a range. */
    private boolean allOrdered;

    OrderedIndex(String name, List<IndexKey> fields, boolean unique, boolean sparse) {
        super(name, fields, sparse);
        this.unique = unique;
        this.primary = keySet().equals(Set.of("_id"));
        this.keys = new IndexKeys(
                fields.stream().map(field -> new FieldPath(field.getKey())).toList(), sparse);
        this.entries = new TreeSet<>(
                IndexEntry.order(fields.stream().map(IndexKey::isAscending).toList()));
    }

    boolean ofArrays(int field) {
        return keys.ofArrays(field);
    }

    /** The rows of a range, each once, in the index's order or against it. */
    Stream<Row> rows(Range range, boolean backward) {
        var key = range.only();
        if (key != null && isNamed(key)) {
            return Stream.ofNullable(named.get(key));
        }
        putAllInOrder();
        var rows = range.of(entries, backward).map(IndexEntry::row);
        return keys.ofArrays() ? rows.distinct() : rows;
    }

    private void putAllInOrder() {
        if (!allOrdered) {
            named.forEach((key, row) -> entries.add(IndexEntry.of(key, row)));
            allOrdered = true;
        }
    }

    private boolean isNamed(Key key) {
        return unique && key.size() == getKeys().size() && key.isOfStrings();
    }

    @Nullable
    Row only(Document document) {
        return rows(Range.at(keys.of(document).iterator().next()), false)
                .findFirst()
                .orElse(null);
    }

    @Override
    public boolean isSparse() {
        return super.isSparse();
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other)
                && unique == other.isUnique()
                && Fields.document(toIndexDescription(), "key")
                        .equals(other.toIndexDescription().get("key"));
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Row> collection) {
        refuseDuplicates(keys.of(document), Set.of(), collection);
    }

    @Override
    public void add(Document document, Row row, MongoCollection<Row> collection) {
        checkAdd(document, collection);
        add(document, row);
    }

    void add(Document document, Row row) {
        keys.remember(document);
        keys.of(document).forEach(key -> add(key, row));
    }

    private void add(Key key, Row row) {
        var isNamed = isNamed(key);
        if (isNamed) {
            named.put(key, row);
        }
        if (!isNamed || allOrdered) {
            entries.add(IndexEntry.of(key, row));
        }
    }

    private void remove(Key key, Row row) {
        entries.remove(IndexEntry.of(key, row));
        named.remove(key, row);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Row> collection) {
        if (!keys.areUntouched(before, after)) {
            refuseDuplicates(keys.of(after), keys.of(before), collection);
        }
    }

    @Override
    public void updateInPlace(Document before, Document after, Row row, MongoCollection<Row> collection) {
        if (!keys.areUntouched(before, after)) {
            keys.remember(after);
            keys.of(before).forEach(key -> remove(key, row));
            keys.of(after).forEach(key -> add(key, row));
        }
    }

    void remove(Row row) {
        keys.of(row.document()).forEach(key -> remove(key, row));
    }

    private void refuseDuplicates(Set<Key> added, Set<Key> own, MongoCollection<Row> collection) {
        if (unique) {
            added.stream()
                    .filter(key -> own.stream().noneMatch(mine -> mine.compareTo(key) == 0))
                    .filter(this::contains)
                    .forEach(key -> {
                        throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(key.values()));
                    });
        }
    }

    private boolean contains(Key key) {
        return rows(Range.at(key), false).findAny().isPresent();
    }

    /** Null unless this is the index that alone knows the row: that of the {@code _id}. */
    @Override
    public @Nullable Row getPosition(Document document) {
        return primary ? only(document) : null;
    }

    @Override
    public @Nullable Row remove(Document document) {
        throw new UnsupportedOperationException("a table removes rows");
    }

    /** Tables plan by themselves. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Row> getPositions(Document query) {
        return List.of();
    }

    @Override
    public long getCount() {
        return allOrdered ? entries.size() : entries.size() + named.size();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {
        entries.clear();
        named.clear();
    }
}
