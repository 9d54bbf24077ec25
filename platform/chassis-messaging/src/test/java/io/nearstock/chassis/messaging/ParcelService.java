package io.nearstock.chassis.messaging;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The smallest service that sends and receives: parcels announce themselves to it. */
@SpringBootConfiguration
@EnableAutoConfiguration
class ParcelService {

    static final String TOPIC = "parcels";

    /** What the service heard, and how it behaves at hearing it. */
    static final class Ear {

        final List<Event> heard = new CopyOnWriteArrayList<>();
        final List<List<Event>> batches = new CopyOnWriteArrayList<>();
        final List<Event> tailed = new CopyOnWriteArrayList<>();
        final Map<Integer, Long> positions = new ConcurrentHashMap<>();
        volatile Consumer<Event> mood = _ -> {};

        void hear(Event event) {
            mood.accept(event);
            heard.add(event);
        }

        void hearMany(List<Event> events) {
            events.forEach(mood);
            batches.add(events);
        }

        List<Long> sequencesOf(String key) {
            return heard.stream()
                    .filter(event -> event.key().equals(key))
                    .map(Event::sequence)
                    .toList();
        }
    }

    /** The stored parcels; only what the tests look at. */
    record Parcels(MongoCollection<Document> documents, OutboxEntries entries) {

        void add(String id, int messages, Instant at) {
            var outbox = IntStream.rangeClosed(1, messages)
                    .mapToObj(sequence -> entries.entry(id, sequence, "parcel.sent", at, Map.of("parcel", id)))
                    .map(Parcels::document)
                    .toList();
            documents.insertOne(new Document("_id", id).append("version", 7L).append("outbox", outbox));
        }

        List<Document> waiting(String id) {
            return document(id).getList("outbox", Document.class);
        }

        Document document(String id) {
            var found = documents.find(eq("_id", id)).first();
            if (found == null) {
                throw new AssertionError("no parcel " + id);
            }
            return found;
        }

        private static Document document(OutboxEntry entry) {
            return new Document("id", entry.id())
                    .append("sequence", entry.sequence())
                    .append("type", entry.type())
                    .append("occurredAt", entry.occurredAt())
                    .append("traceparent", orNull(entry.traceparent()))
                    .append("payload", entry.payload());
        }

        private static @Nullable Object orNull(@Nullable String value) {
            return value;
        }
    }

    @Bean
    static Ear ear() {
        return new Ear();
    }

    @Bean
    static Parcels parcels(MongoDatabase database, OutboxEntries entries) {
        return new Parcels(database.getCollection("parcels"), entries);
    }

    @Bean
    static OutboxSource outboxSource(Parcels parcels) {
        return new OutboxSource(parcels.documents(), TOPIC);
    }

    @Bean
    static Subscription sentParcels(Ear ear) {
        return Subscription.to(TOPIC)
                .on("parcel.sent", ear::hear)
                .batch(Set.of("parcel.weighed", "parcel.scanned"), ear::hearMany);
    }

    @Bean
    static Subscription tailedParcels(Ear ear) {
        return Subscription.to(TOPIC)
                .everyInstance()
                .startingAt(_ -> 0L)
                .batch(Set.of("parcel.sent"), (events, position) -> {
                    ear.tailed.addAll(events);
                    ear.positions.put(position.partition(), position.next());
                });
    }
}
