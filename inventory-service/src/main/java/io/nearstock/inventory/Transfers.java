package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import io.nearstock.inventory.Transfer.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Transfers in MongoDB, and the two steps of each: told first, then done, then closed, by whoever finds it open. */
@Repository
public class Transfers {

    private final MongoCollection<Transfer> transfers;
    private final Post post;
    private final CarriedLots carried;

    Transfers(MongoDatabase database, Post post, CarriedLots carried) {
        this.transfers = database.getCollection("transfers", Transfer.class);
        this.post = post;
        this.carried = carried;
        transfers.createIndex(ascending("nextActionAt"), new IndexOptions().sparse(true));
    }

    public Optional<Transfer> find(String id) {
        return Optional.ofNullable(transfers.find(eq("_id", id)).first());
    }

    /** In the order of their ids, which is that of their sending. */
    public List<Transfer> after(String id, int count) {
        return transfers.find(gt("_id", id)).sort(ascending("_id")).limit(count).into(new ArrayList<>());
    }

    /** Sends it, or finishes sending it; refused where the hub has too little of anything. */
    public Transfer dispatch(Transfer asked) {
        var known =
                Duplicates.inserted(transfers, asked) ? asked : find(asked.id()).orElseThrow();
        return finish(known);
    }

    /** Takes it in; empty when somebody else has done so, or it was never on its way. */
    public Optional<Transfer> receive(Transfer receiving) {
        var isOnItsWay = and(eq("_id", receiving.id()), eq("status", Status.DISPATCHED));
        return transfers.replaceOne(isOnItsWay, receiving).getMatchedCount() == 1
                ? Optional.of(finish(receiving))
                : Optional.empty();
    }

    /** Takes up one that was begun and not finished. */
    public Optional<Transfer> takeDue(Instant now, Duration lease) {
        var options = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        return Optional.ofNullable(
                transfers.findOneAndUpdate(lte("nextActionAt", now), set("nextActionAt", now.plus(lease)), options));
    }

    /** Does what is left of a step; its postings are done once, whoever orders them again. */
    public Transfer finish(Transfer transfer) {
        return switch (transfer.status()) {
            case DISPATCHING -> close(transfer, depart(transfer) ? Status.DISPATCHED : Status.REFUSED);
            case RECEIVING -> {
                transfer.arrival().stream()
                        .filter(step -> !step.portions().isEmpty())
                        .forEach(step -> post.receive(step, carried.broughtBy(step, transfer)));
                yield close(transfer, Status.RECEIVED);
            }
            case REFUSED, DISPATCHED, RECEIVED -> transfer;
        };
    }

    private boolean depart(Transfer transfer) {
        return post.post(transfer.departure()) && post.post(transfer.expectation());
    }

    private Transfer close(Transfer transfer, Status next) {
        var ended = transfer.ended(next);
        transfers.replaceOne(and(eq("_id", transfer.id()), eq("status", transfer.status())), ended);
        return ended;
    }
}
