package io.nearstock.notification;

import org.bson.codecs.Codec;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers for the records of a status too: an update knows only the class of the value that it sets. */
@Component
final class NotificationCodecs implements CodecProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
        return NotificationStatus.class.isAssignableFrom(type)
                ? (Codec<T>) new NotificationStatusCodec(registry)
                : null;
    }
}
