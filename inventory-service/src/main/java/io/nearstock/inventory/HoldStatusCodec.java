package io.nearstock.inventory;

import io.nearstock.inventory.HoldStatus.Abandoned;
import io.nearstock.inventory.HoldStatus.Claimed;
import io.nearstock.inventory.HoldStatus.Committed;
import io.nearstock.inventory.HoldStatus.Expired;
import io.nearstock.inventory.HoldStatus.Held;
import io.nearstock.inventory.HoldStatus.Preparing;
import io.nearstock.inventory.HoldStatus.Refused;
import io.nearstock.inventory.HoldStatus.Released;
import io.nearstock.inventory.HoldStatus.Shipped;
import java.time.Instant;
import java.util.List;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;

/** Stores a status with its name, as the driver's record codec cannot tell the records of a sealed type apart. */
final class HoldStatusCodec implements Codec<HoldStatus> {

    private final DocumentCodec documents;

    HoldStatusCodec(CodecRegistry registry) {
        documents = new DocumentCodec(registry);
    }

    @Override
    public void encode(BsonWriter writer, HoldStatus status, EncoderContext context) {
        var named = new Document("name", status.name());
        var document = switch (status) {
            case Preparing(var attempt) -> named.append("attempt", attempt);
            case Abandoned(var attempt) -> named.append("attempt", attempt);
            case Held() -> named;
            case Claimed(var orderId) -> named.append("orderId", orderId);
            case Committed(var orderId) -> named.append("orderId", orderId);
            case Shipped(var orderId, var at) ->
                named.append("orderId", orderId).append("at", at);
            case Released(var reason, var at) -> named.append("reason", reason).append("at", at);
            case Expired(var at) -> named.append("at", at);
            case Refused(var shortages) ->
                named.append(
                        "shortages",
                        shortages.stream().map(HoldStatusCodec::document).toList());
        };
        documents.encode(writer, document, context);
    }

    @Override
    public HoldStatus decode(BsonReader reader, DecoderContext context) {
        var document = documents.decode(reader, context);
        return switch (document.getString("name")) {
            case "preparing" -> new Preparing(document.getInteger("attempt"));
            case "abandoned" -> new Abandoned(document.getInteger("attempt"));
            case "held" -> new Held();
            case "claimed" -> new Claimed(document.getString("orderId"));
            case "committed" -> new Committed(document.getString("orderId"));
            case "shipped" -> new Shipped(document.getString("orderId"), at(document));
            case "released" -> new Released(document.getString("reason"), at(document));
            case "expired" -> new Expired(at(document));
            case "refused" -> new Refused(shortages(document.getList("shortages", Document.class)));
            case String unknown -> throw new IllegalStateException("a stored hold has the status " + unknown);
        };
    }

    @Override
    public Class<HoldStatus> getEncoderClass() {
        return HoldStatus.class;
    }

    private static Instant at(Document document) {
        return document.getDate("at").toInstant();
    }

    private static Document document(Shortage shortage) {
        return new Document("sku", shortage.sku())
                .append("requested", shortage.requested())
                .append("available", shortage.available());
    }

    private static List<Shortage> shortages(List<Document> documents) {
        return documents.stream()
                .map(each ->
                        new Shortage(each.getString("sku"), each.getInteger("requested"), each.getInteger("available")))
                .toList();
    }
}
