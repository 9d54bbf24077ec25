package io.nearstock.catalog.question;

import io.nearstock.catalog.question.Question.Answer;
import java.time.Instant;
import java.util.List;

/** A question as everybody sees it: who asked and who answered is nobody's business but their kind. */
record QuestionView(String id, String text, Instant askedAt, List<AnswerView> answers) {

    record AnswerView(String id, String by, String text, Instant at) {

        static AnswerView of(Answer answer) {
            return new AnswerView(answer.id(), answer.by().wireName(), answer.text(), answer.at());
        }
    }

    static QuestionView of(Question question) {
        return new QuestionView(
                question.id(),
                question.text(),
                question.askedAt(),
                question.answers().stream().map(AnswerView::of).toList());
    }
}
