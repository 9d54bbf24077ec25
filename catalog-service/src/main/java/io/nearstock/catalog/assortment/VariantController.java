package io.nearstock.catalog.assortment;

import io.nearstock.catalog.ProductDraft;
import io.nearstock.catalog.ProductView;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Variants;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.MergePatch;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.ResourceId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
final class VariantController {

    private final EditProducts edit;
    private final AnswerEdits answer;
    private final ShowProducts show;
    private final Products products;
    private final Variants variants;
    private final MergePatch patches;

    VariantController(
            EditProducts edit,
            AnswerEdits answer,
            ShowProducts show,
            Products products,
            Variants variants,
            MergePatch patches) {
        this.edit = edit;
        this.answer = answer;
        this.show = show;
        this.products = products;
        this.variants = variants;
        this.patches = patches;
    }

    /** Those that are sold; staff are shown the others, too. */
    @GetMapping("/api/products/{id}/variants")
    Page<ProductView> variants(@PathVariable String id, PageRequest page, @Nullable Caller caller) {
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst()).orElse("");
        var isStaff = caller != null && caller.isStaffFor("catalog");
        var found = isStaff
                ? variants.of(products.of(id).id(), after, page.limit() + 1)
                : variants.soldOf(products.sold(id).id(), after, page.limit() + 1);
        return Page.of(found, page, last -> Cursor.of(last.id())).map(show::view);
    }

    /**
     * Takes what a new product does. The SKU and the options are its own; of the rest, all but the GTIN is as the product
     * has it now where it is not given.
     */
    @PostMapping("/api/products/{id}/variants")
    @Idempotent(prefix = "prd")
    @Answers({
        "201",
        "409 combination_taken product_discontinued sku_taken",
        "422 no_options variant_of_variant wrong_currency wrong_status"
    })
    ResponseEntity<?> offer(@PathVariable String id, @RequestBody JsonNode variant, ResourceId own, Caller caller) {
        var product = products.of(id);
        var draft = patches.apply(ProductDraft.inherited(product), variant, ProductDraft.class);
        return answer.created(edit.offerVariant(own.value(), product, draft, caller.id()));
    }
}
