package io.nearstock.catalog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.chassis.messaging.OutboxEntry;
import java.util.List;
import java.util.function.Function;
import org.bson.BsonDocumentWrapper;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.conversions.Bson;

/** What becomes of a product and the message about it, as one write. */
final class ProductWrites {

    private final CodecRegistry codecs;
    private final Function<Progress, OutboxEntry> announcements;

    ProductWrites(CodecRegistry codecs, Function<Progress, OutboxEntry> announcements) {
        this.codecs = codecs;
        this.announcements = announcements;
    }

    UpdateOneModel<Product> of(Progress progress) {
        var product = progress.product();
        var announcement = announcements.apply(progress);
        if (product.version() == 1) {
            var document = combine(
                    setOnInsert(BsonDocumentWrapper.asBsonDocument(product, codecs)),
                    standing(product),
                    setOnInsert("outbox", List.of(announcement)));
            return new UpdateOneModel<>(eq("sku", product.sku()), document, new UpdateOptions().upsert(true));
        }
        var unchanged = and(eq("_id", product.id()), eq("version", product.version() - 1));
        var change = combine(
                set("details", product.details()),
                set("status", product.status()),
                set("rating", product.rating()),
                set("changedAt", product.changedAt()),
                set("change", product.change()),
                set("prices", product.prices()),
                set("version", product.version()),
                combination(product),
                push("outbox", announcement));
        return new UpdateOneModel<>(unchanged, change);
    }

    private static Bson standing(Product fresh) {
        var combination = fresh.combination();
        return combination == null ? combine() : setOnInsert(Variants.COMBINATION, combination);
    }

    private static Bson combination(Product product) {
        var combination = product.combination();
        if (combination != null) {
            return set(Variants.COMBINATION, combination);
        }
        return product.variantOf() == null ? combine() : unset(Variants.COMBINATION);
    }
}
