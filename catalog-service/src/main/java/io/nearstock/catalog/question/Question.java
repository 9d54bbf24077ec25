package io.nearstock.catalog.question;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What somebody wants to know about a product. Public for the driver, which builds it by reflection.
 *
 * @param words of the question and its answers, by which it is found
 */
public record Question(
        @BsonId String id,
        String productId,
        String customerId,
        String text,
        Instant askedAt,
        List<Answer> answers,
        List<String> words) {

    /** Who an answer comes from; readers are told this, and no name. */
    public enum Author {
        STAFF,
        SUPPLIER,
        BUYER;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record Answer(String id, Author by, String authorId, String text, Instant at) {}

    static Question asked(String id, String productId, String customerId, String text, Instant now) {
        return new Question(id, productId, customerId, text, now, List.of(), words(text));
    }

    /** In small letters, each once. */
    static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
