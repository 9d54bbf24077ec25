package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.inventory.PurchaseOrder.Item;
import io.nearstock.inventory.PurchaseOrder.Status;
import io.nearstock.inventory.PurchaseRules.Ruling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** Purchase orders in MongoDB. A change is stored with what it does to stock; then that is done, by whoever finds it. */
@Repository
public class PurchaseOrders {

    private static final int ATTEMPTS = 20;

    private final MongoCollection<PurchaseOrder> orders;
    private final Post post;
    private final OutboxRelay relay;
    private final Function<PurchaseOrder, OutboxEntry> announcement;

    PurchaseOrders(
            MongoDatabase database, Post post, OutboxRelay relay, Function<PurchaseOrder, OutboxEntry> announcement) {
        this.orders = database.getCollection("purchaseOrders", PurchaseOrder.class);
        this.post = post;
        this.relay = relay;
        this.announcement = announcement;
        orders.createIndex(ascending("supplierId", "_id"));
        orders.createIndex(ascending("status"));
        orders.createIndex(ascending("expecting"), new IndexOptions().sparse(true));
        orders.createIndex(ascending("nextActionAt"), new IndexOptions().sparse(true));
    }

    public Optional<PurchaseOrder> find(String id) {
        return Optional.ofNullable(orders.find(eq("_id", id)).first());
    }

    /** In the order of their ids, which is that of their making. */
    public List<PurchaseOrder> after(String id, int count) {
        return orders.find(gt("_id", id)).sort(ascending("_id")).limit(count).into(new ArrayList<>());
    }

    /** A supplier's, the latest first. */
    public List<PurchaseOrder> latest(String supplierId, int count) {
        return orders.find(eq("supplierId", supplierId))
                .sort(descending("_id"))
                .limit(count)
                .into(new ArrayList<>());
    }

    /** Those of a supplier that it may know of. */
    public List<PurchaseOrder> toldTo(String supplierId, String afterId, int count) {
        return orders.find(and(eq("supplierId", supplierId), eq("told", true), gt("_id", afterId)))
                .sort(ascending("supplierId", "_id"))
                .limit(count)
                .into(new ArrayList<>());
    }

    /** Orders by which some of the products are expected. */
    public List<PurchaseOrder> expecting(Collection<String> skus) {
        return orders.find(in("expecting", skus)).into(new ArrayList<>());
    }

    /** Orders of some of the products that the supplier does not know of yet. */
    public List<PurchaseOrder> planned(Collection<String> skus) {
        return orders.find(and(in("status", Status.DRAFT, Status.APPROVED), in("items.sku", skus)))
                .into(new ArrayList<>());
    }

    /**
     * Adds a product to a draft, once for each cause.
     *
     * @return false where it has left the draft without it, or has the product from elsewhere; that stays so
     */
    public boolean join(String orderId, String cause, Item item, String actor, Instant now) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var order = find(orderId).orElseThrow();
            if (!takes(order, item)) {
                return orders.find(and(eq("_id", orderId), eq("joined", cause))).first() != null;
            }
            var next = order.joinedBy(item, actor, now);
            var changes = combine(
                    set("items", next.items()),
                    set("history", next.history()),
                    set("version", next.version()),
                    push("joined", cause));
            if (orders.updateOne(unchanged(order), changes).getModifiedCount() == 1) {
                return true;
            }
        }
        throw new UnavailableException(Duration.ofSeconds(1));
    }

    private static boolean takes(PurchaseOrder order, Item item) {
        return order.status() == Status.DRAFT
                && order.items().size() < PurchaseOrder.MOST_LINES
                && order.items().stream().noneMatch(each -> each.sku().equals(item.sku()))
                && order.items()
                        .getFirst()
                        .unitCost()
                        .currency()
                        .equals(item.unitCost().currency());
    }

    /** The first of this id stands. */
    public PurchaseOrder add(PurchaseOrder draft) {
        return Duplicates.inserted(orders, draft) ? draft : find(draft.id()).orElseThrow();
    }

    /**
     * Decides upon an order, once more whenever somebody else has changed it meanwhile.
     *
     * @throws UnavailableException while what an earlier change does to stock is not done
     */
    public Ruling change(PurchaseOrder seen, Function<PurchaseOrder, Ruling> decision) {
        var order = seen;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (!order.steps().isEmpty()) {
                throw new UnavailableException(Duration.ofSeconds(1));
            }
            var ruling = decision.apply(order);
            if (!(ruling instanceof Ruling.Next(var next))) {
                return ruling;
            }
            if (save(order, next)) {
                return new Ruling.Next(finish(next));
            }
            order = find(seen.id()).orElseThrow();
        }
        throw new UnavailableException(Duration.ofSeconds(1));
    }

    private boolean save(PurchaseOrder before, PurchaseOrder next) {
        var changes = new ArrayList<Bson>(List.of(
                set("items", next.items()),
                set("status", next.status()),
                set("receipts", next.receipts()),
                set("history", next.history()),
                set("steps", next.steps()),
                set("told", next.isToldToSupplier()),
                set("version", next.version()),
                push("outbox", announcement.apply(next))));
        changes.add(next.expectedOn() == null ? unset("expectedOn") : set("expectedOn", next.expectedOn()));
        changes.add(next.promisedOn() == null ? unset("promisedOn") : set("promisedOn", next.promisedOn()));
        changes.add(next.lots() == null ? unset("lots") : set("lots", next.lots()));
        changes.add(next.notice() == null ? unset("notice") : set("notice", next.notice()));
        changes.add(next.nextActionAt() == null ? unset("nextActionAt") : set("nextActionAt", next.nextActionAt()));
        var skus = next.items().stream().map(Item::sku).toList();
        changes.add(next.status().isExpected() ? set("expecting", skus) : unset("expecting"));
        var saved = orders.updateOne(unchanged(before), combine(changes)).getModifiedCount() == 1;
        relay.nudge("purchaseOrders", before.id());
        return saved;
    }

    /** Takes up an order whose stock somebody began to move and did not finish. */
    public Optional<PurchaseOrder> takeDue(Instant now, Duration lease) {
        var options = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        return Optional.ofNullable(
                orders.findOneAndUpdate(lte("nextActionAt", now), set("nextActionAt", now.plus(lease)), options));
    }

    /** Does what the last change does to stock; each posting counts once, whoever orders it again. */
    public PurchaseOrder finish(PurchaseOrder order) {
        if (order.steps().isEmpty()) {
            return order;
        }
        order.steps().forEach(step -> post.receive(step, ArrivedLots.broughtBy(step, order)));
        orders.updateOne(unchanged(order), combine(set("steps", List.of()), unset("nextActionAt")));
        return find(order.id()).orElseThrow();
    }

    private static Bson unchanged(PurchaseOrder order) {
        return and(eq("_id", order.id()), eq("version", order.version()));
    }
}
