package io.nearstock.inventory.partner;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An upload of offers and how far it has come. Public, as the database driver reads it by reflection.
 *
 * @param position the last row that is done with
 * @param total known at the end
 * @param nextActionAt when somebody may take it up; null at the end
 * @param reason why it failed
 */
public record OfferJob(
        @BsonId String id,
        String supplierId,
        boolean csv,
        Status status,
        long position,
        long processed,
        @Nullable Long total,
        long failed,
        long changed,
        long unchanged,
        @Nullable Instant nextActionAt,
        @Nullable String reason) {

    public enum Status {
        QUEUED,
        RUNNING,
        SUCCEEDED,
        FAILED
    }

    static OfferJob queued(String id, String supplierId, boolean csv, Instant now) {
        return new OfferJob(id, supplierId, csv, Status.QUEUED, 0, 0, null, 0, 0, 0, now, null);
    }

    OfferJob after(long position, long rows, long failed, long changed, Instant leaseUntil) {
        return new OfferJob(
                id,
                supplierId,
                csv,
                Status.RUNNING,
                position,
                processed + rows,
                null,
                this.failed + failed,
                this.changed + changed,
                unchanged + rows - failed - changed,
                leaseUntil,
                null);
    }

    OfferJob ended(Status end, @Nullable String why) {
        return new OfferJob(
                id, supplierId, csv, end, position, processed, processed, failed, changed, unchanged, null, why);
    }
}
