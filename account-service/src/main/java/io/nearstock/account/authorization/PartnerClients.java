package io.nearstock.account.authorization;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.nearstock.account.AccountEvent.SessionRevoked;
import io.nearstock.account.Announcements;
import io.nearstock.chassis.messaging.OutboxRelay;
import io.nearstock.chassis.web.UnknownIdException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** The partner clients in MongoDB. */
@Repository
class PartnerClients {

    static final String COLLECTION = "partnerClients";

    private final MongoCollection<PartnerClient> clients;
    private final Announcements announcements;
    private final OutboxRelay relay;

    PartnerClients(MongoDatabase database, Announcements announcements, OutboxRelay relay) {
        this.clients = database.getCollection(COLLECTION, PartnerClient.class);
        this.announcements = announcements;
        this.relay = relay;
    }

    void add(PartnerClient client) {
        clients.insertOne(client);
    }

    Optional<PartnerClient> findActive(String id) {
        return Optional.ofNullable(clients.find(active(id)).first());
    }

    /** Newest first, from after this id on. */
    List<PartnerClient> page(Optional<String> after, int count) {
        return clients.find(after.<Bson>map(id -> lt("_id", id)).orElseGet(Document::new))
                .sort(descending("_id"))
                .limit(count)
                .into(new ArrayList<>());
    }

    void replaceSecret(String id, String hash) {
        if (clients.updateOne(active(id), set("secretHash", hash)).getMatchedCount() == 0) {
            throw new UnknownIdException(id);
        }
    }

    /** Its tokens are denied as those of an account whose sessions all ended. */
    void revoke(String id, Instant now) {
        var event = new SessionRevoked(id, null, now);
        var change = combine(set("revokedAt", now), pushEach("outbox", announcements.of(id, 0, List.of(event))));
        if (clients.updateOne(active(id), change).getMatchedCount() == 0) {
            throw new UnknownIdException(id);
        }
        relay.nudge(COLLECTION, id);
    }

    private static Bson active(String id) {
        return and(eq("_id", id), eq("revokedAt", null));
    }
}
