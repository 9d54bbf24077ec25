package io.nearstock.testkit.simulation;

import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.conversions.Bson;

/** How documents of a type are stored, and what is said of them. */
record StoredForm<T>(CodecRegistry codecs, Class<T> type) {

    <S> StoredForm<S> of(Class<S> other) {
        return new StoredForm<>(codecs, other);
    }

    BsonDocument bson(Bson bson) {
        return bson.toBsonDocument(type, codecs);
    }

    BsonDocument encode(Object document) {
        var encoded = new BsonDocument();
        codecs.get(type)
                .encode(
                        new BsonDocumentWriter(encoded),
                        type.cast(document),
                        EncoderContext.builder().build());
        return encoded;
    }

    T decode(BsonDocument document) {
        return codecs.get(type)
                .decode(
                        new BsonDocumentReader(document),
                        DecoderContext.builder().build());
    }
}
