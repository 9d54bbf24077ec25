package io.nearstock.catalog.advice;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import io.nearstock.catalog.advice.PriceProposal.Decision;
import io.nearstock.catalog.advice.PriceProposal.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Price proposals in MongoDB: one open for each product, however often it is computed. */
@Repository
class PriceProposals {

    private final MongoCollection<PriceProposal> proposals;

    PriceProposals(MongoDatabase database) {
        proposals = database.getCollection("priceProposals", PriceProposal.class);
        proposals.createIndex(ascending("open"), new IndexOptions().unique(true).sparse(true));
        proposals.createIndex(ascending("nextActionAt"), new IndexOptions().sparse(true));
        proposals.createIndex(ascending("sku", "decision.at"));
        proposals.createIndex(ascending("status", "_id"));
    }

    Optional<PriceProposal> find(String id) {
        return Optional.ofNullable(proposals.find(eq("_id", id)).first());
    }

    /** In the order of their ids, which is that of their making. */
    List<PriceProposal> after(String id, @Nullable Status status, int count) {
        var chosen = status == null ? gt("_id", id) : and(eq("status", status), gt("_id", id));
        return proposals.find(chosen).sort(ascending("_id")).limit(count).into(new ArrayList<>());
    }

    /** By SKU. */
    Map<String, PriceProposal> openOf(Collection<String> skus) {
        var open = new HashMap<String, PriceProposal>();
        proposals.find(in("open", skus)).forEach(proposal -> open.put(proposal.sku(), proposal));
        return open;
    }

    /** Those of the SKUs that a person has decided upon lately. */
    Set<String> decidedSince(Collection<String> skus, Instant moment) {
        var decided = new HashSet<String>();
        proposals
                .find(and(in("sku", skus), gt("decision.at", moment)))
                .forEach(proposal -> decided.add(proposal.sku()));
        return decided;
    }

    /** Somebody else may have proposed it meanwhile, which is as good. */
    void propose(PriceProposal proposal) {
        try {
            proposals.insertOne(proposal);
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
        }
    }

    /** The figures of today; nothing where it was decided or renewed meanwhile, or is told of something older. */
    void renew(PriceProposal known, Advice advice, long heard, Instant now) {
        var figures = combine(set("advice", advice), set("heard", heard), set("madeAt", now), inc("version", 1L));
        proposals.updateOne(and(seen(known), lt("heard", heard)), figures);
    }

    /** Empty when it is decided, or another version by now; as for the next two. */
    Optional<PriceProposal> withdraw(PriceProposal seen) {
        return change(seen(seen), combine(set("status", Status.WITHDRAWN), unset("open"), inc("version", 1L)));
    }

    Optional<PriceProposal> reject(PriceProposal seen, Decision decision) {
        return change(seen(seen), decided(Status.REJECTED, decision));
    }

    /** The price is set until then, or by somebody else. */
    Optional<PriceProposal> approve(PriceProposal seen, Decision decision, Instant until) {
        return change(seen(seen), combine(decided(Status.APPROVED, decision), set("nextActionAt", until)));
    }

    /** The price is set. */
    PriceProposal done(PriceProposal approved) {
        proposals.updateOne(eq("_id", approved.id()), unset("nextActionAt"));
        return find(approved.id()).orElseThrow();
    }

    /** Somebody else changed the price before. */
    PriceProposal overtaken(PriceProposal approved) {
        var change = combine(set("status", Status.WITHDRAWN), unset("nextActionAt"), inc("version", 1L));
        proposals.updateOne(
                and(eq("_id", approved.id()), eq("status", Status.APPROVED), exists("nextActionAt")), change);
        return find(approved.id()).orElseThrow();
    }

    /** Takes up one that was approved and whose price is not known to be set. */
    Optional<PriceProposal> takeDue(Instant now, Duration lease) {
        return change(lte("nextActionAt", now), set("nextActionAt", now.plus(lease)));
    }

    private static Bson decided(Status status, Decision decision) {
        return combine(set("status", status), set("decision", decision), unset("open"), inc("version", 1L));
    }

    private Optional<PriceProposal> change(Bson condition, Bson change) {
        return Optional.ofNullable(proposals.findOneAndUpdate(
                condition, change, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
    }

    private static Bson seen(PriceProposal proposal) {
        return and(eq("_id", proposal.id()), eq("status", Status.PROPOSED), eq("version", proposal.version()));
    }
}
