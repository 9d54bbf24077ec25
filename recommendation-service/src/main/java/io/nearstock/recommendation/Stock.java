package io.nearstock.recommendation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static java.util.stream.Collectors.toSet;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** What inventory-service last told of stock and hubs, in MongoDB. */
@Repository
public class Stock {

    /** Somewhere near a place. */
    public record Near(Place place, double radiusKm) {}

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<StockLevel> levels;
    private final MongoCollection<Hub> hubs;

    Stock(MongoDatabase database) {
        levels = database.getCollection("stockLevels", StockLevel.class);
        levels.createIndex(ascending("sku"));
        hubs = database.getCollection("hubs", Hub.class);
    }

    public void keepLevels(Collection<StockLevel> told) {
        LatestStates.write(
                levels,
                told.stream()
                        .map(level -> new ReplaceOneModel<>(newer(level.id(), level.sequence()), level, UPSERT))
                        .toList());
    }

    public void keepHubs(Collection<Hub> told) {
        LatestStates.write(
                hubs,
                told.stream()
                        .map(hub -> new ReplaceOneModel<>(newer(hub.id(), hub.sequence()), hub, UPSERT))
                        .toList());
    }

    /** Those of the SKUs of which at least one can be had, near a place or anywhere. */
    public Set<String> stocked(Collection<String> skus, Optional<Near> near) {
        var there = and(in("sku", skus), gt("available", 0));
        var filter = near.map(place -> and(there, in("hubId", hubs(place)))).orElse(there);
        return StreamSupport.stream(levels.find(filter).spliterator(), false)
                .map(StockLevel::sku)
                .collect(toSet());
    }

    private Set<String> hubs(Near near) {
        return hubs.find().into(new ArrayList<>()).stream()
                .filter(hub -> hub.place().kmTo(near.place()) <= near.radiusKm())
                .map(Hub::id)
                .collect(toSet());
    }

    private static Bson newer(String id, long sequence) {
        return and(eq("_id", id), lt("sequence", sequence));
    }
}
