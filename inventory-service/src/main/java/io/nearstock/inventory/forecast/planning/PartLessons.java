package io.nearstock.inventory.forecast.planning;

import io.nearstock.inventory.forecast.selection.Lessons;
import java.time.LocalDate;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What was learned about the rows of a part. Public for the driver, which builds it by reflection.
 *
 * @param id the part's first row
 * @param edition which forecasting learned it; lessons of another are of no use
 */
public record PartLessons(@BsonId String id, LocalDate learnedOn, int edition, Lessons lessons) {}
