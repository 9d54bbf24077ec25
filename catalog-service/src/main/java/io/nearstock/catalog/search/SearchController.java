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
    private final CategoryTree categories;

    SearchController(SearchProducts search, CategoryTree categories) {
        this.search = search;
        this.categories = categories;
    }

    /** Any product that fits; attributes are asked for as {@code attr.colour=red}. */
    @GetMapping("/api/products")
    @Parameter(in = ParameterIn.QUERY, name = "q", description = "Words; each must be there")
    @Parameter(in = ParameterIn.QUERY, name = "category", description = "A path such as home/kitchen")
    @Parameter(in = ParameterIn.QUERY, name = "brand")
    @Parameter(in = ParameterIn.QUERY, name = "minPrice", description = "Minor units")
    @Parameter(in = ParameterIn.QUERY, name = "maxPrice", description = "Minor units")
    @Parameter(in = ParameterIn.QUERY, name = "inStock", description = "true: some hub has it")
    @Parameter(in = ParameterIn.QUERY, name = "near", description = "latitude,longitude")
    @Parameter(in = ParameterIn.QUERY, name = "radiusKm", description = "Only what a hub this near has")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "sort",
            schema = @Schema(allowableValues = {"relevance", "price", "-price", "newest"}))
    SearchResult search(
            PageRequest page, @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        return search.search(SearchRequest.of(parameters), page);
    }

    @GetMapping("/api/categories")
    CategoryTree.Categories categories() {
        return categories.categories();
    }
}
