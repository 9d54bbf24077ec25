package io.nearstock.catalog.question;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;

import io.nearstock.catalog.Deliveries;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.question.Question.Answer;
import io.nearstock.catalog.question.Question.Author;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.ResourceId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/products/{id}/questions")
final class QuestionController {

    record TextRequest(@NotBlank @Size(max = 1000) String text) {}

    private static final int MOST_ANSWERS = 50;

    private final Products products;
    private final Questions questions;
    private final Deliveries deliveries;
    private final Clock clock;

    QuestionController(Products products, Questions questions, Deliveries deliveries, Clock clock) {
        this.products = products;
        this.questions = questions;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** The newest first; with {@code q} only those in which, or in whose answers, all its words are. */
    @GetMapping
    Page<QuestionView> questions(
            @PathVariable String id,
            @RequestParam(required = false) @Size(max = 200) @Nullable String q,
            PageRequest page) {
        var words = q == null ? List.<String>of() : Question.words(q);
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst());
        var found = questions.of(products.sold(id).id(), words, after, page.limit() + 1);
        return Page.of(found, page, last -> Cursor.of(last.id())).map(QuestionView::of);
    }

    @PostMapping
    @Idempotent(prefix = "qst")
    @Answers({"201", "404 not_found"})
    ResponseEntity<QuestionView> ask(
            @PathVariable String id, @Valid @RequestBody TextRequest request, ResourceId question, Caller customer) {
        var product = products.sold(id);
        questions.add(Question.asked(question.value(), product.id(), customer.id(), request.text(), clock.instant()));
        return ResponseEntity.created(URI.create("/api/products/" + id + "/questions/" + question.value()))
                .body(QuestionView.of(questions.of(id, question.value())));
    }

    @GetMapping("/{questionId}")
    QuestionView question(@PathVariable String id, @PathVariable String questionId) {
        return QuestionView.of(questions.of(products.sold(id).id(), questionId));
    }

    /** Staff, suppliers, and customers to whom the product was delivered. */
    @PostMapping("/{questionId}/answers")
    @Idempotent(prefix = "ans")
    @Answers({"201", "403 not_a_buyer", "404 not_found", "409 answers_full"})
    ResponseEntity<?> answer(
            @PathVariable String id,
            @PathVariable String questionId,
            @Valid @RequestBody TextRequest request,
            ResourceId answerId,
            Caller caller) {
        var product = products.sold(id);
        var question = questions.of(product.id(), questionId);
        var author = author(caller, product);
        if (author.isEmpty()) {
            return refused(FORBIDDEN, "not_a_buyer", "Only who has received this product may answer.");
        }
        if (question.answers().size() >= MOST_ANSWERS) {
            return refused(CONFLICT, "answers_full", "This question has been answered often enough.");
        }
        var answer = new Answer(answerId.value(), author.get(), caller.id(), request.text(), clock.instant());
        questions.answer(questionId, answer);
        return ResponseEntity.status(HttpStatus.CREATED).body(QuestionView.of(questions.of(id, questionId)));
    }

    private Optional<Author> author(Caller caller, Product product) {
        if (caller.isStaffFor("catalog")) {
            return Optional.of(Author.STAFF);
        }
        if (caller.is("supplier")) {
            return Optional.of(Author.SUPPLIER);
        }
        return deliveries.have(caller.id(), product.sku()) ? Optional.of(Author.BUYER) : Optional.empty();
    }
}
