package io.nearstock.inventory.forecast.planning;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** What forecasting has learned, from one night to the next. */
@Repository
class KeptLessons {

    private final MongoCollection<PartLessons> lessons;

    KeptLessons(MongoDatabase database) {
        lessons = database.getCollection("forecastLessons", PartLessons.class);
    }

    Optional<PartLessons> find(String part) {
        return Optional.ofNullable(lessons.find(eq("_id", part)).first());
    }

    void keep(PartLessons learned) {
        lessons.replaceOne(eq("_id", learned.id()), learned, new ReplaceOptions().upsert(true));
    }

    /** Parts begin at other rows as rows are added; nobody asks for the old ones any more. */
    void forgetBefore(LocalDate day) {
        lessons.deleteMany(lt("learnedOn", day));
    }
}
