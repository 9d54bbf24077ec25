package io.nearstock.catalog.price;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.nearstock.catalog.PriceWatcher;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The price histories in MongoDB; they follow the products' own messages, each version once. */
@Repository
class PriceHistories implements PriceWatcher {

    private final MongoCollection<PriceHistory> histories;

    PriceHistories(MongoDatabase database) {
        histories = database.getCollection("priceHistories", PriceHistory.class);
    }

    Optional<PriceHistory> find(String productId) {
        return Optional.ofNullable(histories.find(eq("_id", productId)).first());
    }

    /** A version that was seen before, or that comes after a later one, changes nothing. */
    @Override
    public void see(Priced priced) {
        while (true) {
            var known = find(priced.productId());
            if (known.isPresent() && known.get().seq() >= priced.version()) {
                return;
            }
            var stored = known.map(
                            history -> replaced(history, history.seen(priced.price(), priced.at(), priced.version())))
                    .orElseGet(() -> inserted(PriceHistory.begin(
                            priced.productId(), priced.sku(), priced.price(), priced.at(), priced.version())));
            if (stored) {
                return;
            }
        }
    }

    private boolean replaced(PriceHistory seen, PriceHistory next) {
        var unchanged = and(eq("_id", seen.id()), eq("seq", seen.seq()));
        return histories.replaceOne(unchanged, next).getModifiedCount() == 1;
    }

    private boolean inserted(PriceHistory first) {
        try {
            histories.insertOne(first);
            return true;
        } catch (MongoWriteException race) {
            if (race.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw race;
            }
            return false;
        }
    }
}
