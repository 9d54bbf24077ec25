package io.nearstock.notification;

import io.nearstock.notification.NotificationStatus.Pending;
import io.nearstock.notification.NotificationStatus.Reason;
import io.nearstock.notification.NotificationStatus.Sent;
import io.nearstock.notification.NotificationStatus.Undeliverable;
import java.time.Instant;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;

/** Stores a status with its name, as the driver's record codec cannot tell the records of a sealed type apart. */
final class NotificationStatusCodec implements Codec<NotificationStatus> {

    private final DocumentCodec documents;

    NotificationStatusCodec(CodecRegistry registry) {
        documents = new DocumentCodec(registry);
    }

    @Override
    public void encode(BsonWriter writer, NotificationStatus status, EncoderContext context) {
        var named = new Document("name", status.name());
        var document = switch (status) {
            case Pending(var attempts) -> named.append("attempts", attempts);
            case Sent(var at) -> named.append("at", at);
            case Undeliverable(var reason, var at) ->
                named.append("reason", reason.name()).append("at", at);
        };
        documents.encode(writer, document, context);
    }

    @Override
    public NotificationStatus decode(BsonReader reader, DecoderContext context) {
        var document = documents.decode(reader, context);
        return switch (document.getString("name")) {
            case "pending" -> new Pending(document.getInteger("attempts"));
            case "sent" -> new Sent(at(document));
            case "undeliverable" -> new Undeliverable(Reason.valueOf(document.getString("reason")), at(document));
            case String unknown -> throw new IllegalStateException("a stored notification has the status " + unknown);
        };
    }

    @Override
    public Class<NotificationStatus> getEncoderClass() {
        return NotificationStatus.class;
    }

    private static Instant at(Document document) {
        return document.getDate("at").toInstant();
    }
}
