package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** What is looked for, in MongoDB. */
@Repository
public class SourcingRequests {

    private final MongoCollection<SourcingRequest> requests;

    SourcingRequests(MongoDatabase database) {
        requests = database.getCollection("sourcingRequests", SourcingRequest.class);
        requests.createIndex(ascending("open"), new IndexOptions().unique(true).sparse(true));
        requests.createIndex(ascending("withdrawal.row"), new IndexOptions().sparse(true));
        requests.createIndex(ascending("news"), new IndexOptions().unique(true).sparse(true));
    }

    public Optional<SourcingRequest> find(String id) {
        return Optional.ofNullable(requests.find(eq("_id", id)).first());
    }

    /** In the order of their ids, which is that of their opening. */
    public List<SourcingRequest> after(String id, int count) {
        return requests.find(gt("_id", id)).sort(ascending("_id")).limit(count).into(new ArrayList<>());
    }

    /** Those that a supplier can bid for, in the same order. */
    public List<SourcingRequest> openAfter(String supplierId, String id, int count) {
        var isForIt = or(exists("invited", false), eq("invited", supplierId));
        return requests.find(and(gt("_id", id), gt("open", ""), isForIt))
                .sort(ascending("_id"))
                .limit(count)
                .into(new ArrayList<>());
    }

    /** Of some rows those that something is looked for already, or was until somebody withdrew it after that time. */
    public Set<String> soughtFor(Collection<String> rows, Instant withdrawnSince) {
        var sought = new HashSet<String>();
        requests.find(in("open", rows)).forEach(request -> sought.add(StockRow.id(request.sku(), request.hubId())));
        requests.find(and(in("withdrawal.row", rows), gte("withdrawal.at", withdrawnSince)))
                .forEach(request -> sought.add(StockRow.id(request.sku(), request.hubId())));
        return sought;
    }

    /** False where the same is looked for already, or was upon the same news. */
    public boolean add(SourcingRequest request) {
        return Duplicates.inserted(requests, request);
    }

    /** Stores the next version; false when somebody else changed it first. */
    public boolean replace(SourcingRequest next) {
        var unchanged = and(eq("_id", next.id()), eq("version", next.version() - 1));
        return requests.replaceOne(unchanged, next).getMatchedCount() == 1;
    }
}
