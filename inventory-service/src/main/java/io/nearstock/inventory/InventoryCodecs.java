package io.nearstock.inventory;

import org.bson.codecs.Codec;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers for the records of a hold's status too: an update knows only the class of the value that it sets. */
@Component
final class InventoryCodecs implements CodecProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
        return HoldStatus.class.isAssignableFrom(type) ? (Codec<T>) new HoldStatusCodec(registry) : null;
    }
}
