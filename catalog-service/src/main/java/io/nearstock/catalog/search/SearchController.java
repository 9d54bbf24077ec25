package io.nearstock.catalog.search;

import io.nearstock.chassis.web.PageRequest;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class SearchController {

    private final SearchProducts search;
    private final SuggestWords suggest;
    private final CategoryTree categories;

    SearchController(SearchProducts search, SuggestWords suggest, CategoryTree categories) {
        this.search = search;
        this.suggest = suggest;
        this.categories = categories;
    }

    /** Any product that fits; attributes are asked for as {@code attr.colour=red}. */
    @GetMapping("/api/products")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "q",
            description = "Words; each must be there, or most where no product has all")
    @Parameter(in = ParameterIn.QUERY, name = "category", description = "A path such as home/kitchen")
    @Parameter(in = ParameterIn.QUERY, name = "brand")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "currency",
            description =
                    "ISO 4217: shows, filters, sorts and counts prices in it, as price lists for everybody say them,"
                            + " and leaves out what has none in it; without it the products' own prices")
    @Parameter(in = ParameterIn.QUERY, name = "minPrice", description = "Minor units of the currency")
    @Parameter(in = ParameterIn.QUERY, name = "maxPrice", description = "Minor units of the currency")
    @Parameter(in = ParameterIn.QUERY, name = "minRating", description = "Stars on average, 1 to 5")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "onOffer",
            description = "true: what costs less than before, for 30 days; products' own prices")
    @Parameter(in = ParameterIn.QUERY, name = "inStock", description = "true: some hub has it")
    @Parameter(in = ParameterIn.QUERY, name = "near", description = "latitude,longitude")
    @Parameter(in = ParameterIn.QUERY, name = "radiusKm", description = "Only what a hub this near has")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "sort",
            schema =
                    @Schema(
                            allowableValues = {
                                "relevance",
                                "price",
                                "-price",
                                "rating",
                                "popularity",
                                "newest",
                                "distance"
                            }))
    SearchResult search(
            PageRequest page, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        return search.search(SearchRequest.of(parameters), page);
    }

    /** How the last of these words may go on, so that there are products with all of them. */
    @GetMapping("/api/products/suggest")
    SuggestWords.Suggestions suggest(@RequestParam String q) {
        return suggest.suggest(q);
    }

    @GetMapping("/api/categories")
    CategoryTree.Categories categories() {
        return categories.categories();
    }
}
