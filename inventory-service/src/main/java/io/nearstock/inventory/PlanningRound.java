package io.nearstock.inventory;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * Work that goes over all rows, part by part.
 *
 * @param after the last row that is done in this round; empty at its beginning
 * @param nextActionAt when the next part may be taken
 * @param version rises with each taking, so that whoever lost the lease moves nothing on
 */
public record PlanningRound(@BsonId String name, String after, Instant nextActionAt, long version) {}
