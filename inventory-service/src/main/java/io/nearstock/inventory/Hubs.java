package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static java.util.stream.Collectors.toMap;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import io.nearstock.chassis.messaging.OutboxEntry;
import io.nearstock.chassis.messaging.OutboxRelay;
import io.nearstock.chassis.web.UnmetRequestException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWrapper;
import org.bson.conversions.Bson;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Repository;

/** The hubs in MongoDB, and a copy at hand that is a second old at most; whether stock is there is never read from it. */
@Repository
public class Hubs {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Known(Map<String, Hub> byId, HubCells cells, Instant until) {}

    private static final Known NOTHING = new Known(Map.of(), new HubCells(List.of()), Instant.EPOCH);

    private final MongoCollection<Hub> hubs;
    private final OutboxRelay relay;
    private final Function<Hub, OutboxEntry> announcement;
    private final Clock clock;
    private volatile Known known = NOTHING;

    Hubs(MongoDatabase database, OutboxRelay relay, Function<Hub, OutboxEntry> announcement, Clock clock) {
        this.hubs = database.getCollection("hubs", Hub.class);
        this.relay = relay;
        this.announcement = announcement;
        this.clock = clock;
    }

    public Optional<Hub> find(String id) {
        return Optional.ofNullable(hubs.find(eq("_id", id)).first());
    }

    /** From the copy at hand; read at once where it does not know the hub. */
    public Optional<Hub> known(String id) {
        var hub = fresh().byId().get(id);
        return hub == null ? find(id) : Optional.of(hub);
    }

    /**
     * The same for a hub that a request names.
     *
     * @throws UnmetRequestException 422 {@code unknown_hub}
     */
    public Hub named(String id, String pointer) {
        return known(id)
                .orElseThrow(() -> new UnmetRequestException(
                        HttpStatus.UNPROCESSABLE_CONTENT, "unknown_hub", pointer, "There is no such hub."));
    }

    public List<Hub> all() {
        return List.copyOf(fresh().byId().values());
    }

    /** Those that may be within a radius of a place, and few others; all where no place or radius is named. */
    public List<Hub> around(Near near) {
        var place = near.place();
        return place == null || near.radiusKm() == Double.POSITIVE_INFINITY
                ? all()
                : fresh().cells().within(place, near.radiusKm());
    }

    private Known fresh() {
        if (!clock.instant().isBefore(known.until)) {
            var all = hubs.find().into(new ArrayList<>()).stream().collect(toMap(Hub::id, hub -> hub));
            known = new Known(all, new HubCells(all.values()), clock.instant().plus(FRESH));
        }
        return known;
    }

    /** Stores a new hub; nothing when it is there already. */
    public void add(Hub hub) {
        var document = combine(setOnInsert(document(hub)), setOnInsert("outbox", List.of(announcement.apply(hub))));
        hubs.updateOne(eq("_id", hub.id()), document, new UpdateOptions().upsert(true));
        changed(hub);
    }

    /** Stores a hub's next version; false when somebody else changed it first. */
    public boolean replace(Hub next) {
        var unchanged = and(eq("_id", next.id()), eq("version", next.version() - 1));
        var changes = new ArrayList<Bson>();
        var document = document(next);
        document.remove("_id");
        document.forEach((name, value) -> changes.add(set(name, value)));
        List.of("landmark", "address", "capacity", "serviceRadiusKm", "opening", "calendar").stream()
                .filter(optional -> !document.containsKey(optional))
                .forEach(optional -> changes.add(unset(optional)));
        changes.add(push("outbox", announcement.apply(next)));
        var replaced = hubs.updateOne(unchanged, combine(changes)).getModifiedCount() == 1;
        changed(next);
        return replaced;
    }

    private void changed(Hub hub) {
        known = NOTHING;
        relay.nudge("hubs", hub.id());
    }

    private BsonDocument document(Hub hub) {
        return BsonDocumentWrapper.asBsonDocument(hub, hubs.getCodecRegistry());
    }
}
