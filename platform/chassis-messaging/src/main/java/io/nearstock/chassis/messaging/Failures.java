package io.nearstock.chassis.messaging;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import org.bson.BsonSerializationException;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** What a handler's exception says about trying again. */
enum Failures {
    /** It can never succeed. */
    POISON,
    /** It looks like a bug, or a write that the database refuses, that the event meets every time: few attempts will do. */
    BUG,
    /** Something is away and will come back. */
    PASSING;

    static Failures of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PoisonException || cause instanceof JacksonException) {
                return POISON;
            }
        }
        return switch (failure) {
            case NullPointerException _,
                    IllegalArgumentException _,
                    ClassCastException _,
                    ArithmeticException _,
                    IndexOutOfBoundsException _,
                    NoSuchElementException _,
                    UnsupportedOperationException _,
                    DateTimeException _,
                    MongoWriteException _,
                    MongoBulkWriteException _,
                    BsonSerializationException _,
                    CodecConfigurationException _ -> BUG;
            default -> PASSING;
        };
    }
}
