package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.min;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Gatherers;
import org.bson.BSONException;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The stock rows in MongoDB, to be read and brought to rest; their balances change by {@link StockSteps} only. */
@Repository
public class Stock {

    private static final int ROWS_A_COMMAND = 1000;

    private final MongoCollection<StockRow> rows;
    private final Combiner<String, List<StockRow>> readings;

    Stock(MongoDatabase database, Patience patience) {
        rows = database.getCollection("stock", StockRow.class);
        readings = new Combiner<>(patience, this::readOnce);
        rows.createIndex(ascending("sku"));
        rows.createIndex(ascending("nextActionAt"), new IndexOptions().sparse(true));
        rows.createIndex(ascending("shortSince"), new IndexOptions().sparse(true));
    }

    /** The rows of some products, without what is pending; those of one product are read once for all who wait for them. */
    public List<StockRow> of(Collection<String> skus) {
        return skus.size() == 1 ? of(skus.iterator().next()) : read(skus);
    }

    private List<StockRow> of(String sku) {
        return readings.ask(sku, sku);
    }

    private List<List<StockRow>> readOnce(List<String> sameSku) {
        return Collections.nCopies(sameSku.size(), List.copyOf(read(Set.of(sameSku.getFirst()))));
    }

    private List<StockRow> read(Collection<String> skus) {
        return rows.find(in("sku", skus)).projection(exclude("pending")).into(new ArrayList<>());
    }

    /** Makes sure that the rows of a step exist, empty where they are new. */
    public void open(Step step) {
        step.portions().stream().gather(Gatherers.windowFixed(ROWS_A_COMMAND)).forEach(this::open);
    }

    private void open(List<Portion> portions) {
        var ids = portions.stream().map(Portion::row).toList();
        var known = new HashSet<String>();
        rows.find(in("_id", ids), Document.class)
                .projection(new Document("_id", 1))
                .forEach(row -> known.add(row.getString("_id")));
        var missing = portions.stream()
                .filter(portion -> !known.contains(portion.row()))
                .map(portion -> StockRow.empty(portion.sku(), portion.hubId()))
                .toList();
        Duplicates.ignored(rows, missing);
    }

    /** The rows with what is pending, in the order of their ids. */
    public List<StockRow> rows(Collection<String> ids) {
        return rows.find(in("_id", ids)).sort(ascending("_id")).into(new ArrayList<>());
    }

    /** The next rows in the order of their ids. */
    public StockReading after(String id, int count) {
        return reading(gt("_id", id), count);
    }

    /** As {@link #rows}, where one that cannot be read is not to keep the others back. */
    public StockReading reading(Collection<String> ids) {
        return reading(in("_id", ids), 0);
    }

    private StockReading reading(Bson which, int count) {
        var codec = rows.getCodecRegistry().get(StockRow.class);
        var read = new ArrayList<StockRow>();
        var unreadable = new ArrayList<String>();
        var ids = new ArrayList<String>();
        rows.find(which, RawBsonDocument.class)
                .sort(ascending("_id"))
                .limit(count)
                .forEach(row -> {
                    ids.add(row.getString("_id").getValue());
                    try {
                        read.add(row.decode(codec));
                    } catch (BSONException | CodecConfigurationException | IllegalArgumentException _) {
                        unreadable.add(ids.getLast());
                    }
                });
        return new StockReading(read, unreadable, ids.isEmpty() ? "" : ids.getLast());
    }

    /** Looks after these rows later. */
    public void leave(Collection<String> ids, Instant until) {
        rows.updateMany(in("_id", ids), set("nextActionAt", until));
    }

    /** Rows that owe more than they have, the longest standing first. */
    public List<StockRow> inShortage(int count) {
        return rows.find(exists("shortSince"))
                .sort(ascending("shortSince"))
                .projection(exclude("pending"))
                .limit(count)
                .into(new ArrayList<>());
    }

    /** Lets rows say that they have lots, before the first unit of a lot is there. */
    void haveLots(List<String> ids) {
        rows.updateMany(in("_id", ids), combine(set("lotted", true), inc("seq", 1L)));
    }

    /** The same of serials. */
    void haveSerials(List<String> ids) {
        rows.updateMany(in("_id", ids), combine(set("lotted", true), set("serialised", true), inc("seq", 1L)));
    }

    /** Says at how many available units a row is low; whether it is so now is found out when the row comes to rest. */
    public void reorderAt(String sku, String hubId, @Nullable Integer reorderPoint, Instant now) {
        var point = reorderPoint == null ? unset("reorderPoint") : set("reorderPoint", reorderPoint);
        change(sku, hubId, point, now);
    }

    /** Says how many units holds may take of a row before they come; none any more without terms. */
    public void backOrder(String sku, String hubId, @Nullable BackOrderTerms terms, Instant now) {
        change(sku, hubId, terms == null ? unset("backOrder") : set("backOrder", terms), now);
    }

    private void change(String sku, String hubId, Bson change, Instant now) {
        var id = StockRow.id(sku, hubId);
        Duplicates.ignored(rows, rows(List.of(id)).isEmpty() ? List.of(StockRow.empty(sku, hubId)) : List.of());
        rows.updateOne(eq("_id", id), combine(change, inc("seq", 1L), min("nextActionAt", now)));
    }

    /** Rows whose changes nobody has looked after. */
    public List<String> neglected(Instant now, int count) {
        var neglected = new ArrayList<String>();
        rows.find(lte("nextActionAt", now), Document.class)
                .projection(new Document("_id", 1))
                .limit(count)
                .forEach(row -> neglected.add(row.getString("_id")));
        return neglected;
    }

    /** Stores that changes are in the ledger and a state is published; answers how many rows had not moved on. */
    public int settle(List<? extends WriteModel<StockRow>> settlements) {
        return rows.bulkWrite(settlements).getMatchedCount();
    }
}
