package io.nearstock.catalog.question;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.nearstock.catalog.question.Question.Answer;
import io.nearstock.chassis.web.UnknownIdException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Repository;

/** The questions in MongoDB, each with its answers. */
@Repository
class Questions {

    private final MongoCollection<Question> questions;

    Questions(MongoDatabase database) {
        questions = database.getCollection("questions", Question.class);
        questions.createIndex(Indexes.compoundIndex(ascending("productId"), descending("_id")));
    }

    /** The newest first, from behind this id on; all these words are in each, or in its answers. */
    List<Question> of(String productId, List<String> words, Optional<String> after, int limit) {
        var filters = new ArrayList<Bson>();
        filters.add(eq("productId", productId));
        after.ifPresent(id -> filters.add(lt("_id", id)));
        words.forEach(word -> filters.add(eq("words", word)));
        return questions.find(and(filters)).sort(descending("_id")).limit(limit).into(new ArrayList<>());
    }

    Question of(String productId, String id) {
        return Optional.ofNullable(questions
                        .find(and(eq("_id", id), eq("productId", productId)))
                        .first())
                .orElseThrow(() -> new UnknownIdException(id));
    }

    /** Stores a new question; nothing when a retry finds it there. */
    void add(Question question) {
        try {
            questions.insertOne(question);
        } catch (MongoWriteException twice) {
            if (twice.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw twice;
            }
        }
    }

    /** Adds an answer; nothing when a retry finds it there. */
    void answer(String id, Answer answer) {
        var change = combine(push("answers", answer), addEachToSet("words", Question.words(answer.text())));
        questions.updateOne(and(eq("_id", id), ne("answers.id", answer.id())), change);
    }
}
