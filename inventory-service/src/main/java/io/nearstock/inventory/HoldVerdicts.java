package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toMap;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What holds say about the steps that they ordered. */
@Repository
public class HoldVerdicts {

    /** What decides about a hold's steps. */
    public record Standing(@BsonId String id, @Nullable StepId step, Grant allotment) {

        public record StepId(String id) {}

        public record Grant(@Nullable String granted) {}
    }

    private final MongoCollection<Standing> holds;
    private final MongoCollection<Hold> tombs;
    private final HoldSettings settings;
    private final Clock clock;

    HoldVerdicts(MongoDatabase database, HoldSettings settings, Clock clock) {
        this.holds = database.getCollection("holds", Standing.class);
        this.tombs = database.getCollection("holds", Hold.class);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * About changes that rows remember, by the steps' ids. A hold that was taken from a row and not stored in time is given
     * up for good before anything is said of it: whoever was about to store it finds that it cannot be any more.
     */
    public Map<String, Verdict> of(Collection<Pending> pending) {
        giveUp(pending);
        var standings =
                standings(pending.stream().map(Pending::owner).distinct().toList());
        var verdicts = new HashMap<String, Verdict>();
        pending.forEach(each -> verdicts.put(each.id(), verdict(each, standings.get(each.owner()))));
        return verdicts;
    }

    /** Whether some of these rows remembers that it was taken for a hold which does without it. */
    boolean someGoesBack(List<StockRow> rows) {
        var pending = rows.stream()
                .flatMap(row -> row.pending().stream())
                .filter(each -> each.kind() == MovementKind.HOLD && !each.isMark())
                .toList();
        var standings =
                standings(pending.stream().map(Pending::owner).distinct().toList());
        return pending.stream().anyMatch(each -> verdict(each, standings.get(each.owner())) == Verdict.UNDO);
    }

    private void giveUp(Collection<Pending> pending) {
        var now = clock.instant();
        var overdue = pending.stream()
                .filter(each -> each.kind() == MovementKind.HOLD)
                .filter(each -> !now.isBefore(each.at().plus(settings.lease())))
                .map(Pending::owner)
                .distinct()
                .toList();
        var known = standings(overdue).keySet();
        Duplicates.ignored(
                tombs,
                overdue.stream()
                        .filter(not(known::contains))
                        .map(owner -> Unrecorded.tombstone(owner, now))
                        .toList());
    }

    private static Verdict verdict(Pending pending, @Nullable Standing hold) {
        if (hold == null || (hold.step() != null && hold.step().id().equals(pending.id()))) {
            return Verdict.WAIT;
        }
        var stands = pending.kind() != MovementKind.HOLD
                || pending.id().equals(hold.allotment().granted());
        return stands ? Verdict.RECORD : Verdict.UNDO;
    }

    /** Whether each of them was granted as it says, whatever has become of it since. */
    List<Boolean> granted(List<Hold> holds) {
        var standings = standings(holds.stream().map(Hold::id).toList());
        return holds.stream()
                .map(hold -> isGranted(hold, standings.get(hold.id())))
                .toList();
    }

    private static boolean isGranted(Hold hold, @Nullable Standing standing) {
        return standing != null
                && Objects.equals(
                        standing.allotment().granted(), hold.allotment().granted());
    }

    /** For each of several ids, whether there is no hold of it. */
    List<Boolean> areUnknown(List<String> ids) {
        var known = standings(ids).keySet();
        return ids.stream().map(id -> !known.contains(id)).toList();
    }

    private Map<String, Standing> standings(List<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : holds
                        .find(in("_id", ids))
                        .projection(include("step.id", "allotment.granted"))
                        .into(new ArrayList<>())
                        .stream()
                        .collect(toMap(Standing::id, Function.identity()));
    }
}
