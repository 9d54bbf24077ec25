package io.nearstock.account;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import io.nearstock.account.AccountEvent.SessionRevoked;
import io.nearstock.chassis.messaging.OutboxRelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The sessions in MongoDB; a session's end and the message about it are one write. */
@Repository
public class Sessions {

    public static final String COLLECTION = "sessions";

    private final MongoCollection<Session> sessions;
    private final Announcements announcements;
    private final OutboxRelay relay;
    private final Clock clock;

    Sessions(MongoDatabase database, Announcements announcements, OutboxRelay relay, Clock clock) {
        this.sessions = database.getCollection(COLLECTION, Session.class);
        this.announcements = announcements;
        this.relay = relay;
        this.clock = clock;
        sessions.createIndex(ascending("accountId"));
        sessions.createIndex(ascending("expiresAt"));
    }

    public void add(Session session) {
        sessions.insertOne(session);
    }

    public Optional<Session> find(String id) {
        return Optional.ofNullable(sessions.find(eq("_id", id)).first());
    }

    /** False when another request was quicker. */
    public boolean rotate(Session session, long generation, Instant now) {
        var unchanged = and(eq("_id", session.id()), eq("generation", session.generation()), eq("endedAt", null));
        return sessions.updateOne(unchanged, combine(set("generation", generation), set("rotatedAt", now)))
                        .getModifiedCount()
                == 1;
    }

    /** Ends a session, once. */
    public void end(String id, String accountId, Instant now) {
        var event = new SessionRevoked(accountId, id, now);
        var change = combine(set("endedAt", now), pushEach("outbox", announcements.of(id, 0, List.of(event))));
        var alive = and(eq("_id", id), eq("accountId", accountId), eq("endedAt", null));
        if (sessions.updateOne(alive, change).getModifiedCount() == 1) {
            relay.nudge(COLLECTION, id);
        }
    }

    /** Which sessions of an account go on, but for one. */
    public List<String> others(String accountId, @Nullable String session) {
        var alive = and(
                eq("accountId", accountId), ne("_id", session), eq("endedAt", null), gt("expiresAt", clock.instant()));
        return sessions.withDocumentClass(Document.class)
                .find(alive)
                .projection(Projections.include("_id"))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    @Scheduled(fixedDelay = 10, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void forgetExpired() {
        sessions.deleteMany(lt("expiresAt", clock.instant().minus(Duration.ofDays(1))));
    }
}
