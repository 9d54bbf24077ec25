package io.nearstock.catalog.intake;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.ReturnDocument.AFTER;
import static com.mongodb.client.model.Sorts.orderBy;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.nearstock.catalog.intake.ImportJob.Status;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.UnknownIdException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.codecs.pojo.annotations.BsonId;
import org.springframework.stereotype.Repository;

/**
 * Imports in MongoDB: the job, which row each SKU was first seen in, and the errors. The upload and the rows go when the
 * job ends.
 */
@Repository
class ImportJobs {

    /** An error under an id by which pages of errors are in order. Public, as the driver reads it by reflection. */
    public record StoredError(@BsonId String id, String job, RowError error) {}

    private final MongoCollection<ImportJob> jobs;
    private final Uploads uploads;
    private final MongoCollection<Document> seen;
    private final MongoCollection<StoredError> errors;

    ImportJobs(MongoDatabase database, Uploads uploads) {
        this.uploads = uploads;
        jobs = database.getCollection("importJobs", ImportJob.class);
        seen = database.getCollection("importRows");
        errors = database.getCollection("importErrors", StoredError.class);
        jobs.createIndex(ascending("status", "nextActionAt"));
        seen.createIndex(ascending("job"));
        errors.createIndex(ascending("job", "_id"));
    }

    ImportJob of(String id) {
        var job = jobs.find(eq("_id", id)).first();
        if (job == null) {
            throw new UnknownIdException(id);
        }
        return job;
    }

    /** Takes an upload; the job can be taken up by anybody once this returns true, and is gone when it does not. */
    boolean add(ImportJob job, InputStream upload, long limit) throws IOException {
        jobs.insertOne(job);
        var complete = false;
        try {
            complete = uploads.store(job.id(), upload, limit);
            if (complete) {
                jobs.updateOne(
                        eq("_id", job.id()),
                        combine(set("status", Status.QUEUED), set("nextActionAt", job.createdAt())));
            }
            return complete;
        } finally {
            if (!complete) {
                forget(job.id());
            }
        }
    }

    /** Takes up a job that nobody works on, for as long as the lease. */
    Optional<ImportJob> takeUp(Instant now, Instant leaseUntil) {
        var waiting = and(in("status", Status.QUEUED, Status.RUNNING), lte("nextActionAt", now));
        var mine = combine(set("status", Status.RUNNING), set("nextActionAt", leaseUntil));
        var oldest = new FindOneAndUpdateOptions()
                .sort(orderBy(ascending("nextActionAt")))
                .returnDocument(AFTER);
        return Optional.ofNullable(jobs.findOneAndUpdate(waiting, mine, oldest));
    }

    /** Stores progress; false when the lease has run out and somebody else has gone on. */
    boolean save(ImportJob before, ImportJob after) {
        var mine = and(eq("_id", before.id()), eq("nextActionAt", before.nextActionAt()));
        return jobs.replaceOne(mine, after).getMatchedCount() == 1;
    }

    /** In which row of the job each of the SKUs was seen first; the ones that are new are seen now. */
    Map<String, Long> firstSeen(String job, Map<String, Long> rowBySku) {
        var ids = rowBySku.keySet().stream().map(sku -> job + "#" + sku).toList();
        var known = new HashMap<String, Long>(rowBySku);
        for (var row : seen.find(in("_id", ids))) {
            known.put(row.getString("_id").substring(job.length() + 1), row.getLong("row"));
        }
        var marks = rowBySku.entrySet().stream()
                .map(row -> new UpdateOneModel<Document>(
                        eq("_id", job + "#" + row.getKey()),
                        combine(Updates.setOnInsert("job", job), Updates.setOnInsert("row", row.getValue())),
                        new UpdateOptions().upsert(true)))
                .toList();
        if (!marks.isEmpty()) {
            seen.bulkWrite(marks);
        }
        return known;
    }

    /** Of these SKUs those that a row of the job before has. */
    Set<String> seen(String job, Collection<String> skus) {
        var ids = skus.stream().map(sku -> job + "#" + sku).toList();
        var found = new HashSet<String>();
        seen.find(in("_id", ids)).forEach(row -> found.add(row.getString("_id").substring(job.length() + 1)));
        return found;
    }

    /** Again is harmless: an error has its place. */
    void addErrors(String job, Collection<RowError> found) {
        var writes = new ArrayList<ReplaceOneModel<StoredError>>();
        for (var error : found) {
            var id = "%s#%012d#%s".formatted(job, error.row(), error.field());
            writes.add(new ReplaceOneModel<>(
                    eq("_id", id), new StoredError(id, job, error), new ReplaceOptions().upsert(true)));
        }
        if (!writes.isEmpty()) {
            errors.bulkWrite(writes);
        }
    }

    Page<RowError> errors(String job, PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst()).orElse("");
        var found = errors.find(and(eq("job", job), gt("_id", after)))
                .sort(ascending("_id"))
                .limit(page.limit() + 1)
                .into(new ArrayList<>());
        return Page.of(found, page, error -> Cursor.of(error.id())).map(StoredError::error);
    }

    /** What only a running job needs. */
    void cleanUp(String job) {
        uploads.forget(job);
        seen.deleteMany(eq("job", job));
    }

    /** Uploads that ended with the process that took them. */
    void forgetBrokenUploads(Instant now) {
        var broken = and(eq("status", Status.UPLOADING), lte("nextActionAt", now));
        List<ImportJob> found = jobs.find(broken).into(new ArrayList<>());
        found.forEach(job -> forget(job.id()));
    }

    private void forget(String job) {
        jobs.deleteOne(eq("_id", job));
        cleanUp(job);
    }
}
