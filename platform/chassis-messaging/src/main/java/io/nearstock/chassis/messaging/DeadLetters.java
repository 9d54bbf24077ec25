package io.nearstock.chassis.messaging;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The service's dead letters, each kept until somebody replays it with success. */
final class DeadLetters {

    private final MongoCollection<DeadLetter> letters;
    private final MessagingSettings settings;
    private final Clock clock;

    DeadLetters(MongoDatabase database, MessagingSettings settings, Clock clock) {
        this.letters = database.getCollection("deadLetters", DeadLetter.class);
        this.settings = settings;
        this.clock = clock;
    }

    void add(ConsumerRecord<String, String> message, Throwable reason) {
        var event = readable(message);
        var letter = new DeadLetter(
                CloudEvents.place(message),
                settings.plain(message.topic()),
                CloudEvents.type(message),
                message.key(),
                event == null ? null : event.id(),
                event == null ? 0 : event.sequence(),
                event == null ? null : event.occurredAt(),
                message.value(),
                reason.toString(),
                clock.instant());
        letters.replaceOne(eq("_id", letter.id()), letter, new ReplaceOptions().upsert(true));
    }

    /** In the order of their ids, after the one that is named. */
    List<DeadLetter> list(@Nullable String after, int limit) {
        return letters.find(after == null ? empty() : gt("_id", after))
                .sort(ascending("_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    Optional<DeadLetter> find(String id) {
        return Optional.ofNullable(letters.find(eq("_id", id)).first());
    }

    void remove(String id) {
        letters.deleteOne(eq("_id", id));
    }

    private static @Nullable Event readable(ConsumerRecord<String, String> message) {
        try {
            return CloudEvents.read(message);
        } catch (PoisonException _) {
            return null;
        }
    }
}
