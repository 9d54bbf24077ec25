package io.nearstock.inventory;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Promotions as the catalogue told them, each in its newest state. */
@Repository
public class PromotedTimes {

    private final MongoCollection<PromotedTime> times;

    PromotedTimes(MongoDatabase database) {
        times = database.getCollection("promotedTimes", PromotedTime.class);
        times.createIndex(ascending("until"));
    }

    /** Older news than those that are known change nothing. */
    public void hear(PromotedTime news) {
        if (!replaced(news) && !Duplicates.inserted(times, news)) {
            replaced(news); // somebody was between with older ones
        }
    }

    private boolean replaced(PromotedTime news) {
        return times.replaceOne(and(eq("_id", news.id()), lt("sequence", news.sequence())), news)
                        .getModifiedCount()
                == 1;
    }

    /** Those for everybody that run on some day of these, both included. */
    public List<PromotedTime> between(LocalDate from, LocalDate to) {
        return times.find(and(gte("until", from), lte("from", to), eq("everybody", true)))
                .into(new ArrayList<>());
    }

    /** Those that were over before it. News of one that is older still is as good as forgotten, and goes with the next. */
    public void forgetBefore(LocalDate day) {
        times.deleteMany(lt("until", day));
    }
}
