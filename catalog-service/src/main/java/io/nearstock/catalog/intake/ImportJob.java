package io.nearstock.catalog.intake;

import java.time.Instant;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An import and how far it has come. Public, as the database driver reads it by reflection.
 *
 * @param actor whose import it is
 * @param kind what its rows tell
 * @param phase what is done with the rows now
 * @param position the last row that is done with in this phase
 * @param total known at the end
 * @param nextActionAt when somebody may take it up: at once when it is queued, at the end of the lease when it runs
 * @param reason why it failed
 */
public record ImportJob(
        @BsonId String id,
        String actor,
        RowKind kind,
        Format format,
        String charset,
        Policy policy,
        Status status,
        Phase phase,
        long position,
        long processed,
        @Nullable Long total,
        long failed,
        long created,
        long changed,
        long unchanged,
        Instant createdAt,
        Instant nextActionAt,
        @Nullable String reason) {

    /** Jobs that were stored before it was asked for have nobody, and tell of products. */
    public ImportJob {
        actor = Objects.requireNonNullElse(actor, "");
        kind = Objects.requireNonNullElse(kind, RowKind.PRODUCTS);
    }

    public enum Status {
        UPLOADING,
        QUEUED,
        RUNNING,
        SUCCEEDED,
        FAILED
    }

    public enum Phase {
        CHECKING,
        APPLYING
    }

    static ImportJob uploading(
            String id,
            String actor,
            RowKind kind,
            Format format,
            String charset,
            Policy policy,
            Instant now,
            Instant until) {
        var phase = policy == Policy.REJECT_EVERYTHING ? Phase.CHECKING : Phase.APPLYING;
        return new ImportJob(
                id,
                actor,
                kind,
                format,
                charset,
                policy,
                Status.UPLOADING,
                phase,
                0,
                0,
                null,
                0,
                0,
                0,
                0,
                now,
                until,
                null);
    }

    /** After another batch. */
    ImportJob after(long position, Tally batch, Instant leaseUntil) {
        return new ImportJob(
                id,
                actor,
                kind,
                format,
                charset,
                policy,
                status,
                phase,
                position,
                processed + batch.processed(),
                total,
                failed + batch.failed(),
                created + batch.created(),
                changed + batch.changed(),
                unchanged + batch.unchanged(),
                createdAt,
                leaseUntil,
                reason);
    }

    /** All rows are good; they are read once more, to be applied. */
    ImportJob checked(Instant leaseUntil) {
        return new ImportJob(
                id,
                actor,
                kind,
                format,
                charset,
                policy,
                status,
                Phase.APPLYING,
                0,
                0,
                processed,
                0,
                0,
                0,
                0,
                createdAt,
                leaseUntil,
                reason);
    }

    ImportJob ended(Status end, @Nullable String why) {
        return new ImportJob(
                id,
                actor,
                kind,
                format,
                charset,
                policy,
                end,
                phase,
                position,
                processed,
                processed,
                failed,
                created,
                changed,
                unchanged,
                createdAt,
                nextActionAt,
                why);
    }

    /** What became of a batch of rows. */
    record Tally(long processed, long failed, long created, long changed, long unchanged) {}
}
