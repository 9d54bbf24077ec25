package io.nearstock.catalog.review;

import io.nearstock.catalog.ReviewStatus;
import io.nearstock.catalog.Reviews;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.IfMatch;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a look, and the decision. */
@RestController
final class ModerationController {

    record Decision(
            @NotNull @Pattern(regexp = "publish|reject") String decision,
            @Size(max = 500) @Nullable String reason) {}

    private final Reviews reviews;
    private final WriteReviews write;

    ModerationController(Reviews reviews, WriteReviews write) {
        this.reviews = reviews;
        this.write = write;
    }

    @GetMapping("/api/products/reviews")
    Page<ReviewView> waiting(PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst());
        var listed = reviews.withStatus(ReviewStatus.PENDING, after, page.limit() + 1);
        return Page.of(listed, page, last -> Cursor.of(last.id())).map(ReviewView::whole);
    }

    @PutMapping("/api/products/{productId}/reviews/{id}/moderation")
    @Answers("200")
    ResponseEntity<?> decide(
            @PathVariable String productId,
            @PathVariable String id,
            IfMatch ifMatch,
            @Valid @RequestBody Decision decision) {
        var publish = decision.decision().equals("publish");
        var outcome = write.moderate(reviews.of(productId, id), ifMatch.version(), publish, decision.reason());
        return ReviewController.answer(outcome, ReviewController::shown);
    }
}
