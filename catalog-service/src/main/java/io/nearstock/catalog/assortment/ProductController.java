package io.nearstock.catalog.assortment;

import io.nearstock.catalog.AskedCurrency;
import io.nearstock.catalog.ProductDraft;
import io.nearstock.catalog.ProductView;
import io.nearstock.catalog.Products;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.IfMatch;
import io.nearstock.chassis.web.MergePatch;
import io.nearstock.chassis.web.ResourceId;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
final class ProductController {

    private final EditProducts edit;
    private final AnswerEdits answer;
    private final ShowProducts show;
    private final Products products;
    private final MergePatch patches;

    ProductController(EditProducts edit, AnswerEdits answer, ShowProducts show, Products products, MergePatch patches) {
        this.edit = edit;
        this.answer = answer;
        this.show = show;
        this.products = products;
        this.patches = patches;
    }

    /**
     * May be kept by caches, which ask again each time whether it has changed; what is not sold, only staff are shown, and
     * nobody keeps it.
     *
     * @param currency in which prices are shown, as price lists for everybody say them; without it the products' own are
     */
    @GetMapping("/api/products/{id}")
    @Answers({"200", "304"})
    ResponseEntity<ProductView> read(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String currency,
            @Nullable Caller caller) {
        var isStaff = caller != null && caller.isStaffFor("catalog");
        var product = isStaff ? products.of(id) : products.sold(id);
        var asked = AskedCurrency.of(currency);
        var page = asked == null ? show.page(product) : show.page(product, asked);
        return ResponseEntity.ok()
                .cacheControl(product.isActive() ? CacheControl.noCache().cachePublic() : CacheControl.noStore())
                .eTag(page.etag())
                .body(page.view());
    }

    @PostMapping("/api/products")
    @Idempotent(prefix = "prd")
    @Answers({"201", "409 sku_taken", "422 no_variant wrong_currency wrong_status"})
    ResponseEntity<?> offer(@Valid @RequestBody ProductDraft draft, ResourceId id, Caller caller) {
        return answer.created(edit.offer(id.value(), draft, caller.id()));
    }

    @PutMapping("/api/products/{id}")
    @Answers({
        "200",
        "409 combination_taken has_variants product_discontinued",
        "422 no_options no_variant sku_fixed wrong_currency wrong_status"
    })
    ResponseEntity<?> replace(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody ProductDraft draft, Caller caller) {
        return answer.changed(edit.replace(products.of(id), ShowProducts.version(ifMatch), draft, caller.id()));
    }

    @PatchMapping(path = "/api/products/{id}", consumes = MergePatch.MEDIA_TYPE)
    @Answers({
        "200",
        "409 combination_taken has_variants product_discontinued",
        "422 no_options no_variant sku_fixed wrong_currency wrong_status"
    })
    ResponseEntity<?> patch(@PathVariable String id, IfMatch ifMatch, @RequestBody JsonNode patch, Caller caller) {
        var product = products.of(id);
        var draft = patches.apply(ProductDraft.of(product), patch, ProductDraft.class);
        return answer.changed(edit.replace(product, ShowProducts.version(ifMatch), draft, caller.id()));
    }

    @DeleteMapping("/api/products/{id}")
    @Answers({"204", "409 has_variants"})
    ResponseEntity<?> discontinue(@PathVariable String id, IfMatch ifMatch, Caller caller) {
        return answer.gone(edit.discontinue(products.of(id), ShowProducts.version(ifMatch), caller.id()));
    }
}
