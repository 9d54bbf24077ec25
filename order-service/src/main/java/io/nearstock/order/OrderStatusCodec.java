package io.nearstock.order;

import io.nearstock.order.OrderStatus.CancelPending;
import io.nearstock.order.OrderStatus.Cancelled;
import io.nearstock.order.OrderStatus.Completed;
import io.nearstock.order.OrderStatus.Confirmed;
import io.nearstock.order.OrderStatus.Delivered;
import io.nearstock.order.OrderStatus.Dispatched;
import io.nearstock.order.OrderStatus.Placed;
import java.time.Instant;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores a status with its name, as the driver's record codec cannot tell the records of a sealed type apart. */
final class OrderStatusCodec implements Codec<OrderStatus> {

    /** Answers for the records of the status too: an update knows only the class of the value that it sets. */
    @Component
    static final class Provider implements CodecProvider {

        @Override
        @SuppressWarnings("unchecked")
        public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
            return OrderStatus.class.isAssignableFrom(type) ? (Codec<T>) new OrderStatusCodec(registry) : null;
        }
    }

    private final DocumentCodec documents;

    OrderStatusCodec(CodecRegistry registry) {
        documents = new DocumentCodec(registry);
    }

    @Override
    public void encode(BsonWriter writer, OrderStatus status, EncoderContext context) {
        var named = new Document("name", status.name());
        var document = switch (status) {
            case Placed() -> named;
            case Confirmed(var at) -> named.append("at", at);
            case Dispatched(var at) -> named.append("at", at);
            case Delivered(var at) -> named.append("at", at);
            case Completed(var at) -> named.append("at", at);
            case CancelPending(var cancellation) -> cancelled(named, cancellation);
            case Cancelled(var cancellation, var at) ->
                cancelled(named, cancellation).append("at", at);
        };
        documents.encode(writer, document, context);
    }

    @Override
    public OrderStatus decode(BsonReader reader, DecoderContext context) {
        var document = documents.decode(reader, context);
        return switch (document.getString("name")) {
            case "placed" -> new Placed();
            case "confirmed" -> new Confirmed(at(document));
            case "dispatched" -> new Dispatched(at(document));
            case "delivered" -> new Delivered(at(document));
            case "completed" -> new Completed(at(document));
            case "cancel_pending" -> new CancelPending(cancellation(document));
            case "cancelled" -> new Cancelled(cancellation(document), at(document));
            case String unknown -> throw new IllegalStateException("a stored order has the status " + unknown);
        };
    }

    @Override
    public Class<OrderStatus> getEncoderClass() {
        return OrderStatus.class;
    }

    private static Document cancelled(Document named, Cancellation cancellation) {
        return named.append("reason", cancellation.reason())
                .append("note", cancellation.note())
                .append("confirmedBefore", cancellation.confirmedBefore());
    }

    private static Cancellation cancellation(Document document) {
        return new Cancellation(
                document.getString("reason"),
                document.getString("note"),
                document.getBoolean("confirmedBefore", false));
    }

    private static Instant at(Document document) {
        return document.getDate("at").toInstant();
    }
}
