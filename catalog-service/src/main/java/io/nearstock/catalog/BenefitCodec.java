package io.nearstock.catalog;

import com.mongodb.Jep395RecordCodecProvider;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonReader;
import org.bson.BsonString;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores a benefit as its components beside its kind; the driver's record codec alone would forget which it was. */
@Component
final class BenefitCodec implements CodecProvider {

    private static final Jep395RecordCodecProvider RECORDS = new Jep395RecordCodecProvider();

    @Override
    @SuppressWarnings("unchecked") // the codec answers for the class that was asked for
    public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
        return Benefit.class.isAssignableFrom(type) ? (Codec<T>) new Stored(registry) : null;
    }

    private record Stored(CodecRegistry registry) implements Codec<Benefit> {

        @Override
        public void encode(BsonWriter writer, Benefit benefit, EncoderContext context) {
            var document =
                    new BsonDocument("kind", new BsonString(benefit.kind().wireName()));
            var components = new BsonDocument();
            write(benefit, benefit.getClass(), components, context);
            document.putAll(components);
            registry.get(BsonDocument.class).encode(writer, document, context);
        }

        private <T> void write(Benefit benefit, Class<T> type, BsonDocument into, EncoderContext context) {
            records(type).encode(new BsonDocumentWriter(into), type.cast(benefit), context);
        }

        @Override
        public Benefit decode(BsonReader reader, DecoderContext context) {
            var document = registry.get(BsonDocument.class).decode(reader, context);
            var name = document.getString("kind").getValue();
            document.remove("kind");
            var kind = PromotionKind.named(name).orElseThrow(() -> new IllegalStateException("unknown kind " + name));
            return records(kind.type()).decode(new BsonDocumentReader(document), context);
        }

        private <T> Codec<T> records(Class<T> type) {
            return Objects.requireNonNull(RECORDS.get(type, registry));
        }

        @Override
        public Class<Benefit> getEncoderClass() {
            return Benefit.class;
        }
    }
}
