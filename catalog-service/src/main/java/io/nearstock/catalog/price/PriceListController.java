package io.nearstock.catalog.price;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.catalog.CatalogSettings;
import io.nearstock.catalog.PriceList;
import io.nearstock.catalog.PriceLists;
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
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A list is ended by an end; its prices are put in by the thousand, before it starts or while it runs. */
@RestController
@RequestMapping("/api/price-lists")
final class PriceListController {

    record Prices(@NotEmpty @Size(max = 1000) List<@Valid @NotNull ListPriceDraft> prices) {}

    private final PriceLists lists;
    private final CatalogSettings settings;
    private final Clock clock;

    PriceListController(PriceLists lists, CatalogSettings settings, Clock clock) {
        this.lists = lists;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    Page<PriceListView> list(PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst());
        var listed = lists.list(after, page.limit() + 1);
        return Page.of(listed, page, last -> Cursor.of(last.id())).map(this::view);
    }

    @GetMapping("/{id}")
    ResponseEntity<PriceListView> read(@PathVariable String id) {
        return shown(lists.of(id));
    }

    @PostMapping
    @Idempotent(prefix = "prl")
    @Answers({"201", "422 ends_before_start unknown_currency"})
    ResponseEntity<?> open(@Valid @RequestBody PriceListDraft draft, ResourceId id) {
        if (draft.endsBeforeItStarts()) {
            return endsBeforeItStarts();
        }
        if (draft.isInNoCurrency()) {
            return wrongCurrency("unknown_currency", "There is no such currency.");
        }
        var now = clock.instant();
        lists.add(draft.list(id.value(), draft.currencyOr(settings.currency()), now, now, 1));
        var opened = lists.of(id.value());
        return ResponseEntity.created(URI.create("/api/price-lists/" + opened.id()))
                .eTag(Etags.of(opened.version()))
                .body(view(opened));
    }

    @PutMapping("/{id}")
    @Answers({"200", "422 ends_before_start wrong_currency"})
    ResponseEntity<?> replace(@PathVariable String id, IfMatch ifMatch, @Valid @RequestBody PriceListDraft draft) {
        if (draft.endsBeforeItStarts()) {
            return endsBeforeItStarts();
        }
        var list = lists.of(id);
        var currency = list.currencyOr(settings.currency());
        if (!draft.currencyOr(currency).equals(currency)) {
            return wrongCurrency("wrong_currency", "This list is in " + currency + ".");
        }
        var next = draft.list(id, currency, list.createdAt(), clock.instant(), list.version() + 1);
        return list.version() == ifMatch.version() && lists.replace(next) ? shown(next) : Etags.stale();
    }

    @GetMapping("/{id}/prices")
    Page<ListPriceDraft> prices(@PathVariable String id, PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst()).orElse("");
        var listed = lists.prices(lists.of(id).id(), after, page.limit() + 1);
        return Page.of(listed, page, last -> Cursor.of(last.sku())).map(ListPriceDraft::of);
    }

    /** All of them or, where one means nothing, none; the same again changes nothing. */
    @PutMapping("/{id}/prices")
    @Answers({"204", "422 ambiguous_tiers"})
    ResponseEntity<?> put(@PathVariable String id, @Valid @RequestBody Prices request) {
        var list = lists.of(id);
        var skus = new HashSet<String>();
        var ambiguous = IntStream.range(0, request.prices().size())
                .filter(index -> !skus.add(request.prices().get(index).sku())
                        || request.prices().get(index).isAmbiguous())
                .mapToObj(index -> new FieldError(
                        "/prices/" + index + "/tiers", "ambiguous_tiers", "Two prices from the same number on."))
                .toList();
        if (!ambiguous.isEmpty()) {
            return refused(UNPROCESSABLE_CONTENT, "ambiguous_tiers", "Some prices mean nothing.", ambiguous);
        }
        lists.put(request.prices().stream().map(price -> price.price(list.id())).toList());
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/{id}/prices/{sku}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id, @PathVariable @Size(max = 64) String sku) {
        lists.remove(lists.of(id).id(), sku);
    }

    private ResponseEntity<PriceListView> shown(PriceList list) {
        return Etags.ok(view(list), list.version());
    }

    private PriceListView view(PriceList list) {
        return PriceListView.of(list, settings.currency());
    }

    private static ResponseEntity<?> wrongCurrency(String code, String detail) {
        return refused(UNPROCESSABLE_CONTENT, code, detail, List.of(new FieldError("/currency", code, detail)));
    }

    private static ResponseEntity<?> endsBeforeItStarts() {
        var detail = "A price list ends after it has started.";
        return refused(
                UNPROCESSABLE_CONTENT,
                "ends_before_start",
                detail,
                List.of(new FieldError("/endsAt", "ends_before_start", detail)));
    }
}
