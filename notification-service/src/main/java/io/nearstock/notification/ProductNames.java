package io.nearstock.notification;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Repository;

/** What products are called, by SKU: all that this service keeps of them. */
@Repository
public class ProductNames {

    /** A product as catalog-service tells of it. */
    public record Named(String sku, String name) {}

    private final MongoCollection<Document> names;

    ProductNames(MongoDatabase database) {
        names = database.getCollection("product_names");
    }

    /** In one write; told twice, they are the same. */
    public void keep(List<Named> products) {
        var upsert = new UpdateOptions().upsert(true);
        names.bulkWrite(products.stream()
                .map(each -> new UpdateOneModel<Document>(eq("_id", each.sku()), set("name", each.name()), upsert))
                .toList());
    }

    public Optional<String> of(String sku) {
        return Optional.ofNullable(names.find(eq("_id", sku)).first()).map(found -> found.getString("name"));
    }
}
