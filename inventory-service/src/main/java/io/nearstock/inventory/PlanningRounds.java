package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Rounds in MongoDB. Any number of instances share them; a part whose owner went missing is done again by another. */
@Repository
public class PlanningRounds {

    private static final int ROWS_A_PAGE = 25;

    private final MongoCollection<PlanningRound> rounds;
    private final Stock stock;
    private final Breaks breaks;

    PlanningRounds(MongoDatabase database, Stock stock, Breaks breaks) {
        this.rounds = database.getCollection("planningRounds", PlanningRound.class);
        this.stock = stock;
        this.breaks = breaks;
    }

    /** Whether there may be a part to take. */
    public boolean isDue(String name, Instant now) {
        var round = rounds.find(eq("_id", name)).first();
        return round == null || !now.isBefore(round.nextActionAt());
    }

    /** The next part of a round, if one is due; a round that nobody began is due at once. */
    public Optional<PlanningRound> take(String name, Instant now, Duration lease) {
        if (rounds.find(eq("_id", name)).first() == null) {
            Duplicates.inserted(rounds, new PlanningRound(name, "", now, 0));
        }
        return Optional.ofNullable(rounds.findOneAndUpdate(
                and(eq("_id", name), lte("nextActionAt", now)),
                combine(set("nextActionAt", now.plus(lease)), inc("version", 1L)),
                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
    }

    /** Read in small pages: a hold waits for no more than one of them. A row that cannot be read is passed over. */
    public List<StockRow> rows(PlanningRound round, int count) {
        var rows = new ArrayList<StockRow>();
        for (var page = page(round.after(), count); page.size() > 0; ) {
            rows.addAll(page.rows());
            breaks.take();
            page = page(page.last(), count - rows.size());
        }
        return rows;
    }

    private StockReading page(String after, int count) {
        return count == 0 ? StockReading.NOTHING : stock.after(after, Math.min(count, ROWS_A_PAGE));
    }

    /** The part is done: another follows, or the next round at its time. */
    public void done(PlanningRound round, List<StockRow> part, int count, Instant now, Instant nextRound) {
        var ends = part.size() < count;
        rounds.updateOne(
                and(eq("_id", round.name()), eq("version", round.version())),
                combine(set("after", ends ? "" : part.getLast().id()), set("nextActionAt", ends ? nextRound : now)));
    }
}
