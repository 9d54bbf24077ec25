package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The calendar of events that staff keep. */
@Repository
public class NamedDays {

    private final MongoCollection<NamedDay> days;

    NamedDays(MongoDatabase database) {
        days = database.getCollection("namedDays", NamedDay.class);
    }

    /** Takes the place of what the day was called. */
    public void keep(NamedDay day) {
        days.replaceOne(eq("_id", day.date()), day, new ReplaceOptions().upsert(true));
    }

    /** False when it has no name. */
    public boolean forget(LocalDate date) {
        return days.deleteOne(eq("_id", date)).getDeletedCount() == 1;
    }

    /** The first ones first, both ends included. */
    public List<NamedDay> between(LocalDate from, LocalDate to) {
        return days.find(and(gte("_id", from), lte("_id", to)))
                .sort(ascending("_id"))
                .into(new ArrayList<>());
    }
}
