package io.nearstock.order;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * What customers chose for their carts in MongoDB, a document a cart. An instance from before there were currencies takes
 * one away with the coupon; then the cart is in the catalogue's again.
 */
@Repository
public class CartChoices {

    /** Public for the driver, which builds it by reflection. */
    public record Stored(
            @BsonId String id,
            @Nullable String coupon,
            @Nullable String currency) {}

    private final MongoCollection<Stored> choices;

    CartChoices(MongoDatabase database) {
        choices = database.getCollection("cartCoupons", Stored.class); // once there were only these
    }

    public Choice of(String customerId) {
        return Optional.ofNullable(choices.find(eq("_id", customerId)).first())
                .map(stored -> new Choice(stored.coupon(), stored.currency()))
                .orElse(Choice.NONE);
    }

    /** In place of the one before. */
    public void putCoupon(String customerId, String coupon) {
        put(customerId, set("coupon", coupon));
    }

    /** In place of the one before. */
    public void putCurrency(String customerId, String currency) {
        put(customerId, set("currency", currency));
    }

    public void removeCoupon(String customerId) {
        choices.updateOne(eq("_id", customerId), unset("coupon"));
    }

    /** Only this one: another that was put in meanwhile stays. */
    public void removeCoupon(String customerId, String coupon) {
        choices.updateOne(and(eq("_id", customerId), eq("coupon", coupon)), unset("coupon"));
    }

    private void put(String customerId, Bson change) {
        choices.updateOne(eq("_id", customerId), change, new UpdateOptions().upsert(true));
    }
}
