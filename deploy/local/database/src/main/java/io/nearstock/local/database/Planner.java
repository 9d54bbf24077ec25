package io.nearstock.local.database;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what one index can do for one query. */
final class Planner {

    /** More combinations of {@code $in} values than this cost more than they spare. */
    private static final int MOST_RANGES = 1000;

    private final OrderedIndex index;
    private final Conditions conditions;
    private final List<Key> prefixes = new ArrayList<>(List.of(Key.NONE));
    private final List<Range> ranges = new ArrayList<>(List.of(Range.EVERYTHING));
    private int equalities;
    private boolean ranged;

    private Planner(OrderedIndex index, Conditions conditions) {
        this.index = index;
        this.conditions = conditions;
    }

    /** The best of these indexes' plans; none when reading the whole table is as good. */
    static Optional<Plan> best(List<Index<Row>> indexes, Document query, @Nullable Document sort) {
        var conditions = Conditions.of(query);
        @Nullable Plan best = null;
        for (var index : indexes) {
            var plan = new Planner((OrderedIndex) index, conditions).plan(sort);
            if (plan != null && (best == null || Plan.QUALITY.compare(plan, best) > 0)) {
                best = plan;
            }
            if (best != null && best.findsOne()) {
                break;
            }
        }
        return Optional.ofNullable(best);
    }

    private @Nullable Plan plan(@Nullable Document sort) {
        if (index.isSparse() && !isCertainlyPresent()) {
            return null;
        }
        narrow();
        var order = backward(sort);
        var helps = equalities > 0 || ranged || order.isPresent() || index.isSparse();
        return helps ? new Plan(index, ranges, equalities, ranged, order.isPresent(), order.orElse(false)) : null;
    }

    private Optional<Boolean> backward(@Nullable Document sort) {
        return sort == null || sort.isEmpty() || ranges.size() > 1
                ? Optional.empty()
                : new SortMatch(index, equalities).backward(sort);
    }

    /** A sparse index does not know the documents that have none of its fields. */
    private boolean isCertainlyPresent() {
        return index.getKeys().stream()
                .map(key -> conditions.on(key.getKey()))
                .anyMatch(condition -> condition != null && condition.excludesMissing());
    }

    /** Fixes field after field; of fields from arrays only one, since another element may meet the other's demand. */
    private void narrow() {
        var arrays = 0;
        for (var field = 0; field < index.getKeys().size(); field++) {
            var condition = conditions.on(index.getKeys().get(field).getKey());
            arrays += index.ofArrays(field) ? 1 : 0;
            if (condition == null || arrays > 1 || !narrow(field, condition)) {
                return;
            }
        }
    }

    private boolean narrow(int field, Condition condition) {
        var points = condition.points();
        if (points != null && points.size() * prefixes.size() <= MOST_RANGES) {
            fix(points);
            return true;
        }
        var interval = condition.interval(index.ofArrays(field));
        if (interval != null) {
            ranged = true;
            replaceRanges(prefixes.stream()
                    .map(prefix -> Range.in(prefix, interval, ascending(field)))
                    .toList());
        }
        return false;
    }

    private void fix(NavigableSet<@Nullable Object> points) {
        equalities++;
        var longer = prefixes.stream()
                .flatMap(prefix -> points.stream().map(prefix::plus))
                .toList();
        prefixes.clear();
        prefixes.addAll(longer);
        replaceRanges(longer.stream().map(Range::at).toList());
    }

    private void replaceRanges(List<Range> narrower) {
        ranges.clear();
        ranges.addAll(narrower);
    }

    private boolean ascending(int field) {
        return index.getKeys().get(field).isAscending();
    }
}
