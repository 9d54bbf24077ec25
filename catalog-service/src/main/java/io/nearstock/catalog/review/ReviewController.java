package io.nearstock.catalog.review;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.CONFLICT;

import io.nearstock.catalog.Products;
import io.nearstock.catalog.Review;
import io.nearstock.catalog.Reviews;
import io.nearstock.catalog.review.WriteReviews.Outcome;
import io.nearstock.catalog.review.WriteReviews.Outcome.AlreadyReviewed;
import io.nearstock.catalog.review.WriteReviews.Outcome.Done;
import io.nearstock.catalog.review.WriteReviews.Outcome.NotDelivered;
import io.nearstock.catalog.review.WriteReviews.Outcome.Stale;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Etags;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.IfMatch;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.ResourceId;
import io.nearstock.chassis.web.UnknownIdException;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everybody reads what is published; its author and staff read one that is not. */
@RestController
@RequestMapping("/api/products/{productId}/reviews")
final class ReviewController {

    private static final String SCOPE = "catalog";

    private final Products products;
    private final Reviews reviews;
    private final WriteReviews write;

    ReviewController(Products products, Reviews reviews, WriteReviews write) {
        this.products = products;
        this.reviews = reviews;
        this.write = write;
    }

    @GetMapping
    Page<ReviewView> list(@PathVariable String productId, PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst());
        var listed = reviews.published(products.sold(productId).id(), after, page.limit() + 1);
        return Page.of(listed, page, last -> Cursor.of(last.id())).map(ReviewView::forAll);
    }

    @GetMapping("/{id}")
    ResponseEntity<ReviewView> read(@PathVariable String productId, @PathVariable String id, Caller caller) {
        var review = reviews.of(productId, id);
        var isWhole = caller.isStaffFor(SCOPE) || review.authorId().equals(caller.id());
        if (!isWhole && !review.isPublished()) {
            throw new UnknownIdException(id);
        }
        return Etags.ok(isWhole ? ReviewView.whole(review) : ReviewView.forAll(review), review.version());
    }

    @PostMapping
    @Idempotent(prefix = "rev")
    @Answers({"201", "409 not_delivered already_reviewed"})
    ResponseEntity<?> write(
            @PathVariable String productId, @Valid @RequestBody ReviewDraft draft, ResourceId id, Caller caller) {
        var product = products.sold(productId);
        return answer(
                write.write(id.value(), product, draft.orderId(), caller.id(), draft.opinion()),
                review -> ResponseEntity.created(URI.create("/api/products/" + productId + "/reviews/" + review.id()))
                        .eTag(Etags.of(review.version()))
                        .body(ReviewView.whole(review)));
    }

    @PutMapping("/{id}")
    @Answers("200")
    ResponseEntity<?> rewrite(
            @PathVariable String productId,
            @PathVariable String id,
            IfMatch ifMatch,
            @Valid @RequestBody ReviewDraft.Change change,
            Caller caller) {
        var review = reviews.of(productId, id);
        if (!review.authorId().equals(caller.id())) {
            throw new UnknownIdException(id);
        }
        return answer(write.rewrite(review, ifMatch.version(), change.opinion()), ReviewController::shown);
    }

    /** One vote for each account; who votes again changes nothing, nor does the author. */
    @PostMapping("/{id}/helpful")
    @Answers("204")
    ResponseEntity<Void> praise(@PathVariable String productId, @PathVariable String id, Caller caller) {
        var review = reviews.of(productId, id);
        if (!review.isPublished()) {
            throw new UnknownIdException(id);
        }
        reviews.praise(review, caller.id());
        return ResponseEntity.noContent().build();
    }

    static ResponseEntity<?> answer(Outcome outcome, Function<Review, ResponseEntity<?>> done) {
        return switch (outcome) {
            case Done(var review) -> done.apply(review);
            case Stale() -> Etags.stale();
            case NotDelivered() ->
                refused(
                        CONFLICT,
                        "not_delivered",
                        "Only what this order brought to you can be reviewed, once it is there.");
            case AlreadyReviewed() ->
                refused(CONFLICT, "already_reviewed", "There is a review of this product and order; change that one.");
        };
    }

    static ResponseEntity<ReviewView> shown(Review review) {
        return Etags.ok(ReviewView.whole(review), review.version());
    }
}
