package io.nearstock.recommendation.recommending;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import io.nearstock.chassis.web.UnmetRequestException;
import io.nearstock.recommendation.Place;
import io.nearstock.recommendation.Stock.Near;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/recommendations")
final class RecommendationController {

    private static final double RADIUS_KM = 50;

    private final Recommend recommend;

    RecommendationController(Recommend recommend) {
        this.recommend = recommend;
    }

    @Operation(summary = "What fits the page: home shows what sells, the others what goes with their products")
    @GetMapping
    Page<Recommendation> fitting(
            @RequestParam(defaultValue = "home") String context,
            @RequestParam(defaultValue = "") List<String> productId,
            PageRequest page) {
        return switch (context) {
            case "home" -> page(recommend.trending(Optional.empty(), Optional.empty(), page.limit()));
            case "product", "cart", "order" -> page(recommend.boughtWith(named(productId), page.limit()));
            default -> throw unmet("context", "The context is home, product, cart or order.");
        };
    }

    @Operation(summary = "What other customers bought with this product")
    @GetMapping("/bought-together/{productId}")
    Page<Recommendation> boughtTogether(@PathVariable String productId, PageRequest page) {
        return page(recommend.boughtWith(List.of(productId), page.limit()));
    }

    @Operation(summary = "Products of the same category, nearest first")
    @GetMapping("/similar/{productId}")
    Page<Recommendation> similar(@PathVariable String productId, PageRequest page) {
        return page(recommend.similar(productId, page.limit()));
    }

    @Operation(summary = "What sells now, in a category or near a place (near=lat,lon; within 50 km unless told)")
    @GetMapping("/trending")
    Page<Recommendation> trending(
            @RequestParam Optional<String> category,
            @RequestParam Optional<String> near,
            @RequestParam @Nullable Double radiusKm,
            PageRequest page) {
        var place = near.map(text -> near(text, radiusKm == null ? RADIUS_KM : radiusKm));
        return page(recommend.trending(category, place, page.limit()));
    }

    private static Page<Recommendation> page(List<Recommendation> items) {
        return new Page<>(items, null);
    }

    private static List<String> named(List<String> productIds) {
        if (productIds.isEmpty()) {
            throw unmet("productId", "This context needs a productId.");
        }
        return productIds;
    }

    private static Near near(String text, double radiusKm) {
        var parts = text.split(",", -1);
        if (parts.length != 2 || !(radiusKm > 0)) {
            throw unmet("near", "A place is near=lat,lon in degrees, a radius is above zero.");
        }
        try {
            return new Near(new Place(Double.parseDouble(parts[1]), Double.parseDouble(parts[0])), radiusKm);
        } catch (IllegalArgumentException _) {
            throw unmet("near", "A place is near=lat,lon in degrees.");
        }
    }

    private static UnmetRequestException unmet(String parameter, String detail) {
        return new UnmetRequestException(BAD_REQUEST, "invalid_parameter", parameter, detail);
    }
}
