package io.nearstock.catalog.assortment;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.catalog.Product;
import io.nearstock.catalog.assortment.EditProducts.Outcome;
import io.nearstock.catalog.assortment.EditProducts.Outcome.CombinationTaken;
import io.nearstock.catalog.assortment.EditProducts.Outcome.Done;
import io.nearstock.catalog.assortment.EditProducts.Outcome.HasVariants;
import io.nearstock.catalog.assortment.EditProducts.Outcome.NoOptions;
import io.nearstock.catalog.assortment.EditProducts.Outcome.NoVariant;
import io.nearstock.catalog.assortment.EditProducts.Outcome.ProductDiscontinued;
import io.nearstock.catalog.assortment.EditProducts.Outcome.SkuDiffers;
import io.nearstock.catalog.assortment.EditProducts.Outcome.SkuTaken;
import io.nearstock.catalog.assortment.EditProducts.Outcome.Stale;
import io.nearstock.catalog.assortment.EditProducts.Outcome.VariantOfVariant;
import io.nearstock.catalog.assortment.EditProducts.Outcome.WrongCurrency;
import io.nearstock.catalog.assortment.EditProducts.Outcome.WrongStatus;
import io.nearstock.chassis.web.Etags;
import io.nearstock.chassis.web.Problems.FieldError;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Tells staff what has come of an edit. */
@Component
final class AnswerEdits {

    private final ShowProducts show;

    AnswerEdits(ShowProducts show) {
        this.show = show;
    }

    ResponseEntity<?> created(Outcome outcome) {
        return answer(outcome, product -> {
            var page = show.page(product);
            return ResponseEntity.created(URI.create("/api/products/" + product.id()))
                    .eTag(page.etag())
                    .body(page.view());
        });
    }

    ResponseEntity<?> changed(Outcome outcome) {
        return answer(outcome, product -> {
            var page = show.page(product);
            return ResponseEntity.ok().eTag(page.etag()).body(page.view());
        });
    }

    ResponseEntity<?> gone(Outcome outcome) {
        return answer(outcome, _ -> ResponseEntity.noContent().build());
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
            case NoVariant() -> meaningless("no_variant", "/options", "Only a variant has options.");
            case NoOptions() -> meaningless("no_options", "/options", "A variant has at least one option.");
            case VariantOfVariant() ->
                refused(UNPROCESSABLE_CONTENT, "variant_of_variant", "This is a variant itself; name its product.");
            case CombinationTaken() ->
                refused(CONFLICT, "combination_taken", "Another variant of the product has these options.");
            case ProductDiscontinued() ->
                refused(CONFLICT, "product_discontinued", "The product whose variant this is, is discontinued.");
            case HasVariants() -> refused(CONFLICT, "has_variants", "Variants of this product are sold still.");
        };
    }

    private static ResponseEntity<ProblemDetail> meaningless(String code, String pointer, String detail) {
        return refused(UNPROCESSABLE_CONTENT, code, detail, List.of(new FieldError(pointer, code, detail)));
    }
}
