package io.nearstock.local.database;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a range of an index has its rows in the order in which a query wants them. */
final class SortMatch {

    private final OrderedIndex index;
    private final List<IndexKey> fixed;
    private final List<IndexKey> free;

    /** In the range the index's first {@code equalities} fields have one value each. */
    SortMatch(OrderedIndex index, int equalities) {
        var fields = index.getKeys();
        this.index = index;
        this.fixed = fields.subList(0, equalities);
        this.free = fields.subList(equalities, fields.size());
    }

    /** Whether to read the range backward; empty when it has another order. */
    Optional<Boolean> backward(Document sort) {
        var wanted = new ArrayList<IndexKey>();
        sort.forEach((field, direction) -> wanted.add(new IndexKey(field, ((Number) direction).intValue() > 0)));
        wanted.removeIf(this::isFixed);
        if (wanted.isEmpty()) {
            return Optional.of(false);
        }
        var backward = !free.isEmpty() && isOpposite(wanted.getFirst(), free.getFirst());
        return isOrder(wanted, backward) ? Optional.of(backward) : Optional.empty();
    }

    private boolean isOrder(List<IndexKey> wanted, boolean backward) {
        if (wanted.size() > free.size()) {
            return false;
        }
        for (var i = 0; i < wanted.size(); i++) {
            var field = free.get(i);
            if (!isSameField(wanted.get(i), field)
                    || isOpposite(wanted.get(i), field) != backward
                    || isOfArrays(field)) {
                return false;
            }
        }
        return true;
    }

    private boolean isFixed(IndexKey wanted) {
        return fixed.stream().anyMatch(field -> isSameField(wanted, field) && !isOfArrays(field));
    }

    private boolean isOfArrays(IndexKey field) {
        return index.ofArrays(index.getKeys().indexOf(field));
    }

    private static boolean isSameField(IndexKey a, IndexKey b) {
        return a.getKey().equals(b.getKey());
    }

    private static boolean isOpposite(IndexKey a, IndexKey b) {
        return a.isAscending() != b.isAscending();
    }
}
