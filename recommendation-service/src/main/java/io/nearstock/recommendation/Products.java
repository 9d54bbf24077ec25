package io.nearstock.recommendation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The catalogue's facts in MongoDB, each as new as the newest message about it. */
@Repository
public class Products {

    private final MongoCollection<Product> products;

    Products(MongoDatabase database) {
        products = database.getCollection("products", Product.class);
        products.createIndex(ascending("category"));
    }

    /** Keeps what is newer than what is known, in one write. */
    public void keep(Collection<Product> told) {
        var upsert = new ReplaceOptions().upsert(true);
        LatestStates.write(
                products,
                told.stream()
                        .map(product -> new ReplaceOneModel<>(
                                and(eq("_id", product.id()), lt("sequence", product.sequence())), product, upsert))
                        .toList());
    }

    public Optional<Product> find(String id) {
        return Optional.ofNullable(products.find(eq("_id", id)).first());
    }

    public List<Product> find(Collection<String> ids) {
        return products.find(in("_id", ids)).into(new ArrayList<>());
    }

    /** Those on sale that came last, in a category or in all. */
    public List<Product> newest(Optional<String> category, int count) {
        var active = eq("active", true);
        var filter = category.map(name -> and(eq("category", name), active)).orElse(active);
        return products.find(filter).sort(descending("_id")).limit(count).into(new ArrayList<>());
    }
}
