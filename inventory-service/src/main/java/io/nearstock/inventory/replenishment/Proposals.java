package io.nearstock.inventory.replenishment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
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
import io.nearstock.chassis.web.Ids;
import io.nearstock.inventory.StockRow;
import io.nearstock.inventory.replenishment.Proposal.Decision;
import io.nearstock.inventory.replenishment.Proposal.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Proposals in MongoDB: one open for each row, whoever computes it how often. */
@Repository
class Proposals {

    private final MongoCollection<Proposal> proposals;

    Proposals(MongoDatabase database) {
        proposals = database.getCollection("replenishmentProposals", Proposal.class);
        proposals.createIndex(ascending("open"), new IndexOptions().unique(true).sparse(true));
        proposals.createIndex(ascending("nextActionAt"), new IndexOptions().sparse(true));
        proposals.createIndex(ascending("sku"));
        proposals.createIndex(ascending("hubId", "decision.at"));
    }

    Optional<Proposal> find(String id) {
        return Optional.ofNullable(proposals.find(eq("_id", id)).first());
    }

    /** In the order of their ids, which is that of their making. */
    List<Proposal> after(
            String id, @Nullable Status status, @Nullable String hubId, @Nullable String supplierId, int count) {
        var chosen = new ArrayList<Bson>(List.of(gt("_id", id)));
        if (status != null) {
            chosen.add(eq("status", status));
        }
        if (hubId != null) {
            chosen.add(eq("hubId", hubId));
        }
        if (supplierId != null) {
            chosen.add(eq("need.offer.supplierId", supplierId));
        }
        return proposals.find(and(chosen)).sort(ascending("_id")).limit(count).into(new ArrayList<>());
    }

    List<Proposal> openOf(Collection<String> skus) {
        return proposals.find(and(in("sku", skus), exists("open"))).into(new ArrayList<>());
    }

    /** Rows that nothing is proposed for: somebody dismissed it lately, or what was approved is still being made. */
    Set<String> leftAlone(Collection<String> skus, Instant dismissedSince) {
        var rows = new HashSet<String>();
        proposals
                .find(and(in("sku", skus), eq("status", Status.DISMISSED), gt("decision.at", dismissedSince)))
                .forEach(proposal -> rows.add(proposal.row()));
        proposals
                .find(and(in("sku", skus), eq("status", Status.APPROVED), exists("nextActionAt")))
                .forEach(proposal -> rows.add(proposal.row()));
        return rows;
    }

    /** The order of a supplier for a hub that an approval led to last. */
    Optional<String> lastOrder(String supplierId, String hubId) {
        var bought = and(
                eq("hubId", hubId),
                eq("need.offer.supplierId", supplierId),
                eq("status", Status.APPROVED),
                exists("need.donor", false));
        return Optional.ofNullable(
                        proposals.find(bought).sort(descending("decision.at")).first())
                .flatMap(proposal -> Optional.ofNullable(proposal.becomes()));
    }

    /** Somebody else may have proposed it meanwhile, which is as good. */
    void propose(StockRow row, Need need, Instant now) {
        try {
            proposals.insertOne(new Proposal(
                    Ids.next("prp"),
                    row.id(),
                    row.sku(),
                    row.hubId(),
                    Status.PROPOSED,
                    need,
                    now,
                    null,
                    null,
                    row.id(),
                    null,
                    null,
                    1));
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
        }
    }

    /** The figures of today; nothing, if it was decided or changed meanwhile. What a person chose stays while it can. */
    void renew(Proposal known, Need need, Instant now) {
        var stays = need.allows(known.quantity());
        var figures = combine(set("need", need), set("madeAt", now), inc("version", 1L));
        proposals.updateOne(seen(known), stays ? figures : combine(figures, unset("chosen")));
    }

    void withdraw(Proposal known) {
        proposals.updateOne(seen(known), combine(set("status", Status.WITHDRAWN), unset("open"), inc("version", 1L)));
    }

    /** Empty when it is decided, or another version by now; as for the next two. */
    Optional<Proposal> choose(Proposal seen, int quantity) {
        return change(seen(seen), combine(set("chosen", quantity), inc("version", 1L)));
    }

    Optional<Proposal> dismiss(Proposal seen, Decision decision) {
        return change(seen(seen), decided(Status.DISMISSED, decision));
    }

    /** What it becomes is made until then, or by somebody else. */
    Optional<Proposal> approve(Proposal seen, Decision decision, String becomes, Instant until) {
        var change = combine(decided(Status.APPROVED, decision), set("becomes", becomes), set("nextActionAt", until));
        return change(seen(seen), change);
    }

    /** It could not join that order; from now on it becomes its own. */
    void becomeItsOwn(Proposal approved) {
        proposals.updateOne(eq("_id", approved.id()), combine(set("becomes", approved.own()), inc("version", 1L)));
    }

    Proposal done(Proposal approved) {
        proposals.updateOne(eq("_id", approved.id()), unset("nextActionAt"));
        return find(approved.id()).orElseThrow();
    }

    /** The other hub had not enough any more. */
    Proposal refused(Proposal approved) {
        var change = combine(set("status", Status.WITHDRAWN), unset("nextActionAt"), inc("version", 1L));
        proposals.updateOne(and(eq("_id", approved.id()), eq("status", Status.APPROVED)), change);
        return find(approved.id()).orElseThrow();
    }

    /** Takes up one that was approved and has not become anything yet. */
    Optional<Proposal> takeDue(Instant now, Duration lease) {
        return change(lte("nextActionAt", now), set("nextActionAt", now.plus(lease)));
    }

    private static Bson decided(Status status, Decision decision) {
        return combine(set("status", status), set("decision", decision), unset("open"), inc("version", 1L));
    }

    private Optional<Proposal> change(Bson condition, Bson change) {
        return Optional.ofNullable(proposals.findOneAndUpdate(
                condition, change, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
    }

    private static Bson seen(Proposal proposal) {
        return and(eq("_id", proposal.id()), eq("status", Status.PROPOSED), eq("version", proposal.version()));
    }
}
