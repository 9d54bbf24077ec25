package io.nearstock.catalog.assortment;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductDraft;
import io.nearstock.catalog.ProductView;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.assortment.EditProducts.Outcome;
import io.nearstock.catalog.assortment.EditProducts.Outcome.Done;
import io.nearstock.catalog.assortment.EditProducts.Outcome.SkuDiffers;
import io.nearstock.catalog.assortment.EditProducts.Outcome.SkuTaken;
import io.nearstock.catalog.assortment.EditProducts.Outcome.Stale;
import io.nearstock.catalog.assortment.EditProducts.Outcome.WrongCurrency;
import io.nearstock.catalog.assortment.EditProducts.Outcome.WrongStatus;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Etags;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.IfMatch;
import io.nearstock.chassis.web.MergePatch;
import io.nearstock.chassis.web.Problems.FieldError;
import io.nearstock.chassis.web.ResourceId;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
final class ProductController {

    private final EditProducts edit;
    private final Products products;
    private final MergePatch patches;
    private final Clock clock;

    ProductController(EditProducts edit, Products products, MergePatch patches, Clock clock) {
        this.edit = edit;
        this.products = products;
        this.patches = patches;
        this.clock = clock;
    }

    /**
     * May be kept by caches, which ask again each time whether it has changed; what is not sold, only staff are shown, and
     * nobody keeps it.
     */
    @GetMapping("/api/products/{id}")
    @Answers({"200", "304"})
    ResponseEntity<ProductView> read(@PathVariable String id, @Nullable Caller caller) {
        var isStaff = caller != null && caller.isStaffFor("catalog");
        var product = isStaff ? products.of(id) : products.sold(id);
        return ResponseEntity.ok()
                .cacheControl(product.isActive() ? CacheControl.noCache().cachePublic() : CacheControl.noStore())
                .eTag(Etags.of(product.version()))
                .body(view(product));
    }

    @PostMapping("/api/products")
    @Idempotent(prefix = "prd")
    @Answers({"201", "409 sku_taken", "422 wrong_currency wrong_status"})
    ResponseEntity<?> offer(@Valid @RequestBody ProductDraft draft, ResourceId id, Caller caller) {
        return answer(
                edit.offer(id.value(), draft, caller.id()),
                product -> ResponseEntity.created(URI.create("/api/products/" + product.id()))
                        .eTag(Etags.of(product.version()))
                        .body(view(product)));
    }

    @PutMapping("/api/products/{id}")
    @Answers({"200", "422 sku_fixed wrong_currency wrong_status"})
    ResponseEntity<?> replace(
            @PathVariable String id, IfMatch ifMatch, @Valid @RequestBody ProductDraft draft, Caller caller) {
        return answer(edit.replace(products.of(id), ifMatch.version(), draft, caller.id()), this::changed);
    }

    @PatchMapping(path = "/api/products/{id}", consumes = MergePatch.MEDIA_TYPE)
    @Answers({"200", "422 sku_fixed wrong_currency wrong_status"})
    ResponseEntity<?> patch(@PathVariable String id, IfMatch ifMatch, @RequestBody JsonNode patch, Caller caller) {
        var product = products.of(id);
        var draft = patches.apply(ProductDraft.of(product), patch, ProductDraft.class);
        return answer(edit.replace(product, ifMatch.version(), draft, caller.id()), this::changed);
    }

    @DeleteMapping("/api/products/{id}")
    @Answers("204")
    ResponseEntity<?> discontinue(@PathVariable String id, IfMatch ifMatch, Caller caller) {
        return answer(
                edit.discontinue(products.of(id), ifMatch.version(), caller.id()),
                _ -> ResponseEntity.noContent().build());
    }

    private static ResponseEntity<?> answer(Outcome outcome, Function<Product, ResponseEntity<?>> done) {
        return switch (outcome) {
            case Done(var product) -> done.apply(product);
            case Stale() -> Etags.stale();
            case SkuTaken(var sku) -> refused(CONFLICT, "sku_taken", "There is or was a product " + sku + ".");
            case SkuDiffers(var sku) -> meaningless("sku_fixed", "/sku", "A SKU never changes; this is " + sku + ".");
            case WrongStatus(var detail) -> meaningless("wrong_status", "/status", detail);
            case WrongCurrency(var currency) ->
                meaningless("wrong_currency", "/price/currency", "Prices here are in " + currency + ".");
        };
    }

    private ResponseEntity<ProductView> changed(Product product) {
        return Etags.ok(view(product), product.version());
    }

    private ProductView view(Product product) {
        return ProductView.of(product, clock.instant());
    }

    private static ResponseEntity<ProblemDetail> meaningless(String code, String pointer, String detail) {
        return refused(UNPROCESSABLE_CONTENT, code, detail, List.of(new FieldError(pointer, code, detail)));
    }
}
