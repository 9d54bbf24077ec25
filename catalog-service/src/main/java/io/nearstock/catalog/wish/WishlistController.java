package io.nearstock.catalog.wish;

import static java.util.stream.Collectors.toMap;
import static org.springframework.http.HttpStatus.CONFLICT;

import io.nearstock.catalog.AskedCurrency;
import io.nearstock.catalog.OrdinaryPrice;
import io.nearstock.catalog.OrdinaryPrices;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductView;
import io.nearstock.catalog.Products;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.Problems;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/wishlist")
final class WishlistController {

    /** The product as it is now; one that is not sold any more says so by its status. */
    record WishView(ProductView product, Instant addedAt) {}

    private static final int MOST = 200;

    private final Wishes wishes;
    private final Products products;
    private final OrdinaryPrices prices;
    private final Clock clock;

    WishlistController(Wishes wishes, Products products, OrdinaryPrices prices, Clock clock) {
        this.wishes = wishes;
        this.products = products;
        this.prices = prices;
        this.clock = clock;
    }

    /**
     * What a customer wishes for.
     *
     * @param currency in which prices are shown, as on a product's page; without it the products' own are
     */
    @GetMapping
    Page<WishView> list(PageRequest page, @RequestParam(required = false) @Nullable String currency, Caller customer) {
        var shown = AskedCurrency.of(currency);
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst()).orElse("");
        var listed = wishes.of(customer.id(), after, page.limit() + 1);
        var wished = products.ofIds(listed.stream().map(Wish::productId).toList()).stream()
                .collect(toMap(Product::id, Function.identity()));
        var costs = prices.in(shown, wished.values());
        return Page.of(listed, page, last -> Cursor.of(last.id()))
                .map(wish -> view(wish, Objects.requireNonNull(wished.get(wish.productId())), costs));
    }

    private WishView view(Wish wish, Product product, Function<Product, OrdinaryPrice> costs) {
        var shown = ProductView.of(product, costs.apply(product), List.of(), clock.instant());
        return new WishView(shown, wish.addedAt());
    }

    /** A wish that is there already stays as it is. */
    @PutMapping("/{productId}")
    @Answers({"204", "409 wishlist_full"})
    ResponseEntity<?> add(@PathVariable String productId, Caller customer) {
        var product = products.sold(productId);
        if (wishes.count(customer.id()) >= MOST) {
            return Problems.refused(CONFLICT, "wishlist_full", "No more products fit onto a wish list.");
        }
        wishes.add(Wish.of(customer.id(), product, clock.instant()));
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping("/{productId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String productId, Caller customer) {
        wishes.remove(customer.id(), productId);
    }
}
