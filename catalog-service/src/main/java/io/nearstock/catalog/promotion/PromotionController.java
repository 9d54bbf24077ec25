package io.nearstock.catalog.promotion;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.catalog.Allowances;
import io.nearstock.catalog.CatalogSettings;
import io.nearstock.catalog.Promotion;
import io.nearstock.catalog.Promotions;
import io.nearstock.catalog.promotion.EditPromotions.Outcome;
import io.nearstock.catalog.promotion.EditPromotions.Outcome.BenefitIncomplete;
import io.nearstock.catalog.promotion.EditPromotions.Outcome.Done;
import io.nearstock.catalog.promotion.EditPromotions.Outcome.EndsBeforeItStarts;
import io.nearstock.catalog.promotion.EditPromotions.Outcome.Stale;
import io.nearstock.catalog.promotion.EditPromotions.Outcome.UnknownCurrency;
import io.nearstock.catalog.promotion.EditPromotions.Outcome.WrongCurrency;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Etags;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.IfMatch;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.Problems.FieldError;
import io.nearstock.chassis.web.ResourceId;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A promotion is ended by an earlier end: orders that it reduced still name it. */
@RestController
@RequestMapping("/api/promotions")
final class PromotionController {

    private final EditPromotions edit;
    private final Promotions promotions;
    private final Allowances allowances;
    private final CatalogSettings settings;

    PromotionController(EditPromotions edit, Promotions promotions, Allowances allowances, CatalogSettings settings) {
        this.edit = edit;
        this.promotions = promotions;
        this.allowances = allowances;
        this.settings = settings;
    }

    @GetMapping
    Page<PromotionView> list(PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst());
        var listed = promotions.list(after, page.limit() + 1);
        return Page.of(listed, page, last -> Cursor.of(last.id())).map(PromotionView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<PromotionView> read(@PathVariable String id) {
        return shown(promotions.of(id));
    }

    /** Counts what is held for checkouts as well as what orders have; without a budget nothing is counted. */
    @GetMapping("/{id}/usage")
    UsageView usage(@PathVariable String id) {
        var promotion = promotions.of(id);
        return UsageView.of(promotion, allowances.of(id), promotion.terms().currencyOr(settings.currency()));
    }

    @PostMapping
    @Idempotent(prefix = "prm")
    @Answers({"201", "422 benefit_mismatch ends_before_start unknown_currency wrong_currency"})
    ResponseEntity<?> announce(@Valid @RequestBody PromotionDraft draft, ResourceId id) {
        return answer(
                edit.announce(id.value(), draft),
                promotion -> ResponseEntity.created(URI.create("/api/promotions/" + promotion.id()))
                        .eTag(Etags.of(promotion.version()))
                        .body(PromotionView.of(promotion)));
    }

    @PutMapping("/{id}")
    @Answers({"200", "422 benefit_mismatch ends_before_start unknown_currency wrong_currency"})
    ResponseEntity<?> replace(@PathVariable String id, IfMatch ifMatch, @Valid @RequestBody PromotionDraft draft) {
        return answer(edit.replace(promotions.of(id), ifMatch.version(), draft), PromotionController::shown);
    }

    private static ResponseEntity<?> answer(Outcome outcome, Function<Promotion, ResponseEntity<?>> done) {
        return switch (outcome) {
            case Done(var promotion) -> done.apply(promotion);
            case Stale() -> Etags.stale();
            case BenefitIncomplete(var kind) ->
                meaningless("benefit_mismatch", "/benefit", "This is not what a promotion of kind " + kind + " gives.");
            case EndsBeforeItStarts() ->
                meaningless("ends_before_start", "/endsAt", "A promotion ends after it has started.");
            case UnknownCurrency() -> meaningless("unknown_currency", "/benefit", "There is no such currency.");
            case WrongCurrency() ->
                meaningless("wrong_currency", "/benefit", "A promotion's amounts are all in one currency, for ever.");
        };
    }

    private static ResponseEntity<PromotionView> shown(Promotion promotion) {
        return Etags.ok(PromotionView.of(promotion), promotion.version());
    }

    private static ResponseEntity<ProblemDetail> meaningless(String code, String pointer, String detail) {
        return refused(UNPROCESSABLE_CONTENT, code, detail, List.of(new FieldError(pointer, code, detail)));
    }
}
