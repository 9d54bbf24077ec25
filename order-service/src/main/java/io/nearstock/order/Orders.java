package io.nearstock.order;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.UnavailableException;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.order.Transition.Progress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.BsonDocumentWrapper;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The orders in MongoDB. An order's change and the messages about it are one write, so neither exists alone. */
@Repository
public class Orders {

    public static final String COLLECTION = "orders";

    /** Competitors for one order are few: its customer, a mover, a callback, a sweeper. */
    private static final int ATTEMPTS = 10;

    private static final Bson REAL = nin("status.name", Reservations.RESERVING, Reservations.ABANDONED);

    /** The part of an order that only its own page shows; public for the driver, which builds it by reflection. */
    public record History(List<Happening> history) {}

    private final MongoCollection<Order> orders;
    private final Function<Progress, List<OutboxEntry>> announcements;
    private final OutboxRelay relay;
    private final SweepSettings sweep;
    private final Clock clock;

    /** Takes the announcements as a function, so that the model knows no step. */
    Orders(
            MongoDatabase database,
            Function<Progress, List<OutboxEntry>> announcements,
            OutboxRelay relay,
            SweepSettings sweep,
            Clock clock) {
        this.orders = database.getCollection(COLLECTION, Order.class);
        this.announcements = announcements;
        this.relay = relay;
        this.sweep = sweep;
        this.clock = clock;
        orders.createIndex(compoundIndex(ascending("customerId"), descending("_id")));
        orders.createIndex(compoundIndex(ascending("status.name"), descending("_id")));
        orders.createIndex(ascending("shipments.id"), new IndexOptions().sparse(true));
        orders.createIndex(ascending("nextActionAt"), new IndexOptions().sparse(true));
    }

    public Optional<Order> find(String id) {
        return first(eq("_id", id));
    }

    /** Finds an order for its customer or for staff; to anybody else it is as unknown as one that never was. */
    public Order of(Caller caller, String id) {
        return find(id).filter(order ->
                        caller.isStaffFor("orders") || order.customerId().equals(caller.id()))
                .orElseThrow(() -> new UnknownIdException(id));
    }

    public Order ofShipment(String shipmentId) {
        return first(eq("shipments.id", shipmentId)).orElseThrow(() -> new UnknownIdException(shipmentId));
    }

    /** The newest first; a filter that is null lets everything through. */
    public Page<Order> list(@Nullable String customerId, @Nullable String status, PageRequest page) {
        var filters = new ArrayList<Bson>();
        filters.add(status == null ? REAL : and(eq("status.name", status), REAL));
        if (customerId != null) {
            filters.add(eq("customerId", customerId));
        }
        page.cursor().ifPresent(cursor -> filters.add(lt("_id", cursor.parts(1).getFirst())));
        var found = orders.find(and(filters)).sort(descending("_id")).limit(page.limit() + 1);
        return Page.of(found.into(new ArrayList<>()), page, order -> Cursor.of(order.id()));
    }

    public List<Happening> history(Order order) {
        var history = orders.withDocumentClass(History.class)
                .find(eq("_id", order.id()))
                .projection(include("history"))
                .first();
        return history == null ? List.of() : history.history();
    }

    /** Puts the order where its reservation stands; false when the reservation has been taken over or abandoned. */
    public boolean place(Progress placed) {
        var document = BsonDocumentWrapper.asBsonDocument(placed.order(), orders.getCodecRegistry());
        var fields = document.entrySet().stream()
                .filter(field -> !field.getKey().equals("_id"))
                .map(field -> set(field.getKey(), field.getValue()));
        return write(eq("status.name", Reservations.RESERVING), placed, fields);
    }

    /** Gives the order a command and stores its progress; where somebody else was first, the command is given anew. */
    public Transition update(Order order, Function<Order, Transition> command) {
        var current = order;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var answer = command.apply(current);
            if (!(answer instanceof Progress progress) || save(progress)) {
                return answer;
            }
            current = find(order.id()).orElseThrow(() -> new UnknownIdException(order.id()));
        }
        throw new UnavailableException(Duration.ofSeconds(1));
    }

    private boolean save(Progress progress) {
        var order = progress.order();
        var fields = Stream.of(
                set("status", order.status()),
                set("payment", order.payment()),
                set("shipments", order.shipments()),
                set("messages", order.messages()),
                set("version", order.version()));
        return write(REAL, progress, fields);
    }

    private boolean write(Bson state, Progress progress, Stream<Bson> fields) {
        var order = progress.order();
        var messages = announcements.apply(progress);
        var change = new ArrayList<>(fields.toList());
        change.add(dueAt(order));
        change.add(pushEach(
                "history", progress.events().stream().map(Happening::of).toList()));
        change.add(pushEach("outbox", messages));
        var unchanged = and(eq("_id", order.id()), eq("version", order.version() - 1), state);
        var written = orders.updateOne(unchanged, combine(change)).getModifiedCount() == 1;
        if (written && !messages.isEmpty()) {
            relay.nudge(COLLECTION, order.id(), messages);
        }
        return written;
    }

    /** Leaves the request that makes the change some time to go on by itself. */
    private Bson dueAt(Order order) {
        var now = clock.instant();
        return PaymentStep.dueAt(order, now)
                .map(at -> set("nextActionAt", at.isAfter(now) ? at : now.plus(sweep.grace())))
                .orElseGet(() -> unset("nextActionAt"));
    }

    private Optional<Order> first(Bson filter) {
        return Optional.ofNullable(orders.find(and(filter, REAL)).first());
    }
}
