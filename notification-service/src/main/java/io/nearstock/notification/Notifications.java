package io.nearstock.notification;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import io.nearstock.chassis.web.Sabotage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Repository;

/** The notifications in MongoDB. Their ids follow from what they tell, so a redelivered event adds none. */
@Repository
public class Notifications {

    /** Where a list goes on. */
    public record Mark(Instant createdAt, String id) {}

    private final MongoCollection<Notification> notifications;
    private final boolean forgetful;

    Notifications(MongoDatabase database, Environment environment) {
        forgetful = Sabotage.of(environment, "duplicate-check");
        notifications = database.getCollection("notifications", Notification.class);
        notifications.createIndex(ascending("nextActionAt"), new IndexOptions().sparse(true));
        notifications.createIndex(Indexes.compoundIndex(ascending("accountId"), descending("createdAt", "_id")));
        notifications.createIndex(descending("createdAt", "_id"));
    }

    /** Stores those that are new, in one write, and answers with them. */
    public List<Notification> add(List<Notification> told) {
        var candidates =
                forgetful ? told.stream().map(Notification::asNeverSeen).toList() : told;
        try {
            notifications.insertMany(candidates, new InsertManyOptions().ordered(false));
            return candidates;
        } catch (MongoBulkWriteException partly) {
            if (!partly.getWriteErrors().stream().allMatch(Notifications::isDuplicate)) {
                throw partly;
            }
            var known = partly.getWriteErrors().stream()
                    .map(BulkWriteError::getIndex)
                    .collect(Collectors.toSet());
            return IntStream.range(0, candidates.size())
                    .filter(index -> !known.contains(index))
                    .mapToObj(candidates::get)
                    .toList();
        }
    }

    public Optional<Notification> find(String id) {
        return Optional.ofNullable(notifications.find(eq("_id", id)).first());
    }

    /** The one that is due for longest, which nobody else gets before the lease ends. */
    public Optional<Notification> claim(Instant now, Instant leasedUntil) {
        var options = new FindOneAndUpdateOptions()
                .sort(Sorts.ascending("nextActionAt"))
                .returnDocument(ReturnDocument.AFTER);
        var lease = combine(set("nextActionAt", leasedUntil), inc("version", 1L));
        return Optional.ofNullable(notifications.findOneAndUpdate(lte("nextActionAt", now), lease, options));
    }

    /** Stores a transition; false when somebody else changed the notification first. */
    public boolean save(Notification next) {
        return notifications.updateOne(unchanged(next), changeTo(next)).getModifiedCount() == 1;
    }

    /** Stores several in one write, leaving out those that somebody else has changed. */
    public void save(List<Notification> next) {
        if (!next.isEmpty()) {
            notifications.bulkWrite(next.stream()
                    .map(each -> new UpdateOneModel<Notification>(unchanged(each), changeTo(each)))
                    .toList());
        }
    }

    /** The newest first, of one account or of all. */
    public List<Notification> list(@Nullable String accountId, @Nullable Mark after, int limit) {
        return notifications
                .find(and(accountId == null ? empty() : eq("accountId", accountId), olderThan(after)))
                .sort(Sorts.descending("createdAt", "_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    private static Bson olderThan(@Nullable Mark mark) {
        return mark == null
                ? empty()
                : or(lt("createdAt", mark.createdAt()), and(eq("createdAt", mark.createdAt()), lt("_id", mark.id())));
    }

    private static Bson unchanged(Notification next) {
        return and(eq("_id", next.id()), eq("version", next.version() - 1));
    }

    private static Bson changeTo(Notification next) {
        return combine(
                set("status", next.status()),
                set("resends", next.resends()),
                next.lastResend() == null ? unset("lastResend") : set("lastResend", next.lastResend()),
                next.nextActionAt() == null ? unset("nextActionAt") : set("nextActionAt", next.nextActionAt()),
                inc("version", 1L));
    }

    private static boolean isDuplicate(BulkWriteError error) {
        return error.getCategory() == ErrorCategory.DUPLICATE_KEY;
    }
}
