package io.nearstock.inventory.supplier;

import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.UnknownIdException;
import io.nearstock.inventory.OfferDraft;
import io.nearstock.inventory.Supplier;
import io.nearstock.inventory.Suppliers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a supplier asks, as staff sees and sets it. */
@RestController
final class OfferController {

    record OffersRequest(@NotEmpty @Size(max = 1000) List<@Valid @NotNull OfferDraft> offers) {}

    record Offered(int changed, int unchanged) {}

    private final Suppliers suppliers;

    OfferController(Suppliers suppliers) {
        this.suppliers = suppliers;
    }

    @GetMapping("/api/suppliers/{id}/offers")
    Page<OfferDraft> offers(@PathVariable String id, PageRequest page) {
        var supplier = find(id);
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst()).orElse("");
        return Page.of(suppliers.offers(supplier.id(), after, page.limit() + 1), page, last -> Cursor.of(last.sku()))
                .map(OfferDraft::of);
    }

    /** Sets the offers of these products, however often it is said; of two for one product the last counts. */
    @PostMapping("/api/suppliers/{id}/offers")
    @Answers("200")
    Offered offer(@PathVariable String id, @Valid @RequestBody OffersRequest request) {
        var supplier = find(id);
        var offers = new LinkedHashMap<String, OfferDraft>();
        request.offers().forEach(offer -> offers.put(offer.sku(), offer));
        var changed = suppliers.offer(
                offers.values().stream().map(offer -> offer.of(supplier.id())).toList());
        return new Offered(changed, offers.size() - changed);
    }

    @DeleteMapping("/api/suppliers/{id}/offers/{sku}")
    @Answers("204")
    ResponseEntity<Void> withdraw(@PathVariable String id, @PathVariable String sku) {
        if (!suppliers.withdraw(find(id).id(), sku)) {
            throw new UnknownIdException(sku);
        }
        return ResponseEntity.noContent().build();
    }

    private Supplier find(String id) {
        return suppliers.find(id).orElseThrow(() -> new UnknownIdException(id));
    }
}
