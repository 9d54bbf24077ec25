package io.nearstock.account.authorization;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A supplier's program, which acts for that supplier and nobody else. Public for the driver's record codec. */
public record PartnerClient(
        @BsonId String id,
        String name,
        String supplierId,
        String secretHash,
        Instant createdAt,
        @Nullable Instant revokedAt) {}
