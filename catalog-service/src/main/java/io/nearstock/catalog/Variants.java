package io.nearstock.catalog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static io.nearstock.catalog.ProductStatus.ACTIVE;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** Which products are variants of which; each is stored among the products. No two of a product stand for one choice. */
@Repository
public class Variants {

    static final String OF = "variantOf";

    /** There only while a variant stands for its choice, so that another may after it. */
    static final String COMBINATION = "combination";

    private final MongoCollection<Product> products;

    Variants(MongoDatabase database) {
        this.products = database.getCollection(Products.COLLECTION, Product.class);
        products.createIndex(ascending(OF, "status", "_id"), new IndexOptions().sparse(true));
        products.createIndex(
                ascending(COMBINATION), new IndexOptions().unique(true).sparse(true));
    }

    /** Sold or not, in the order of their ids, from behind this one on. */
    public List<Product> of(String productId, String after, int limit) {
        return find(and(eq(OF, productId), gt("_id", after)), limit);
    }

    public List<Product> soldOf(String productId, String after, int limit) {
        return find(and(eq(OF, productId), eq("status", ACTIVE), gt("_id", after)), limit);
    }

    private List<Product> find(Bson filter, int limit) {
        return products.find(filter).sort(ascending("_id")).limit(limit).into(new ArrayList<>());
    }

    /** Of these products the ids of those that have variants, sold or not. */
    public Set<String> having(Collection<String> productIds) {
        return products.distinct(OF, in(OF, productIds), String.class).into(new HashSet<>());
    }

    /** Whether another variant stands for the choice that this one would stand for. */
    public boolean isTaken(Product variant) {
        var combination = variant.combination();
        return combination != null
                && products.find(and(eq(COMBINATION, combination), ne("_id", variant.id())))
                                .first()
                        != null;
    }
}
