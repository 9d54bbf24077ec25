package io.nearstock.order;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.springframework.stereotype.Repository;

/** The coupons in the customers' carts in MongoDB, one a cart at most. */
@Repository
public class CartCoupons {

    /** Public for the driver, which builds it by reflection. */
    public record CartCoupon(@BsonId String id, String coupon) {}

    private final MongoCollection<CartCoupon> coupons;

    CartCoupons(MongoDatabase database) {
        coupons = database.getCollection("cartCoupons", CartCoupon.class);
    }

    public Optional<String> of(String customerId) {
        return Optional.ofNullable(coupons.find(eq("_id", customerId)).first()).map(CartCoupon::coupon);
    }

    /** In place of the one before. */
    public void put(String customerId, String coupon) {
        coupons.updateOne(eq("_id", customerId), set("coupon", coupon), new UpdateOptions().upsert(true));
    }

    public void remove(String customerId) {
        coupons.deleteOne(eq("_id", customerId));
    }

    /** Only this one: another that was put in meanwhile stays. */
    public void remove(String customerId, String coupon) {
        coupons.deleteOne(and(eq("_id", customerId), eq("coupon", coupon)));
    }
}
