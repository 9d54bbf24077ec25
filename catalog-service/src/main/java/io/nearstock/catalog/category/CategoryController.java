package io.nearstock.catalog.category;

import static io.nearstock.catalog.category.BeginMoves.LONGEST;
import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.catalog.category.BeginMoves.Outcome.Begun;
import io.nearstock.catalog.category.BeginMoves.Outcome.InItself;
import io.nearstock.catalog.category.BeginMoves.Outcome.OtherRuns;
import io.nearstock.catalog.category.BeginMoves.Outcome.TooLong;
import io.nearstock.catalog.category.BeginMoves.Outcome.Unknown;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.Problems.FieldError;
import io.nearstock.chassis.web.ResourceId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Categories are what products say; so to move one is to change all products in it. */
@RestController
@RequestMapping("/api/categories/moves")
final class CategoryController {

    private static final String PATH = "[^/\\p{Cntrl}]+(/[^/\\p{Cntrl}]+)*";

    record MoveRequest(
            @NotBlank @Size(max = LONGEST) @Pattern(regexp = PATH)
            String from,

            @NotBlank @Size(max = LONGEST) @Pattern(regexp = PATH)
            String to) {}

    record MoveView(String id, String from, String to, String status, long processed) {

        static MoveView of(CategoryMove move) {
            var status = move.doneAt() == null ? "running" : "succeeded";
            return new MoveView(move.id(), move.from(), move.to(), status, move.moved());
        }
    }

    private final BeginMoves begin;
    private final MoveCategories run;
    private final CategoryMoves moves;

    CategoryController(BeginMoves begin, MoveCategories run, CategoryMoves moves) {
        this.begin = begin;
        this.run = run;
        this.moves = moves;
    }

    /** With all categories and products in it; those of a category that is there already are joined by them. */
    @PostMapping
    @Idempotent(prefix = "mov")
    @Answers({"202", "409 category_move_running", "422 category_in_itself category_too_long unknown_category"})
    ResponseEntity<?> move(@Valid @RequestBody MoveRequest request, ResourceId id, Caller caller) {
        return switch (begin.begin(id.value(), caller.id(), request.from(), request.to())) {
            case Begun(var move) -> accepted(move);
            case OtherRuns() ->
                refused(CONFLICT, "category_move_running", "Another category is being moved; wait until it is done.");
            case InItself() -> meaningless("/to", "category_in_itself", "A category cannot lie in itself.");
            case Unknown() -> meaningless("/from", "unknown_category", "No product is in this category.");
            case TooLong() -> meaningless("/to", "category_too_long", "A path below it would be too long.");
        };
    }

    private ResponseEntity<MoveView> accepted(CategoryMove move) {
        run.nudge();
        return ResponseEntity.accepted()
                .location(URI.create("/api/categories/moves/" + move.id()))
                .body(MoveView.of(move));
    }

    @GetMapping("/{id}")
    MoveView read(@PathVariable String id) {
        return MoveView.of(moves.of(id));
    }

    private static ResponseEntity<?> meaningless(String pointer, String code, String detail) {
        return refused(UNPROCESSABLE_CONTENT, code, detail, List.of(new FieldError(pointer, code, detail)));
    }
}
