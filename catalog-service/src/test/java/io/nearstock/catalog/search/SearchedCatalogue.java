package io.nearstock.catalog.search;

import static io.nearstock.catalog.ProductFixtures.by;

import io.nearstock.catalog.CatalogSettings;
import io.nearstock.catalog.Money;
import io.nearstock.catalog.PopularitySettings;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.ProductDetails;
import io.nearstock.catalog.ProductStatus;
import io.nearstock.catalog.Rating;
import io.nearstock.catalog.Transition.Progress;
import io.nearstock.catalog.search.meaning.MeaningSettings;
import io.nearstock.catalog.search.meaning.Meanings;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.PageRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Products that can be searched, without a database; stock is told to the board. */
final class SearchedCatalogue implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    static final LanguageSettings ENGLISH = new LanguageSettings(
            Locale.ENGLISH, List.of("and", "of", "the", "for"), List.of("mug, beaker", "xmas, christmas"));

    static final PopularitySettings WEEKLY = new PopularitySettings(Duration.ofDays(7), Duration.ofHours(1), 100);

    final StockBoard stock = new StockBoard();
    final PriceBoard prices = new PriceBoard(stock, new CatalogSettings("GBP", Duration.ZERO, Duration.ZERO));
    final Columns columns;
    final ProductIndex index;
    final SuggestWords suggest;
    private final SearchProducts search;
    private final Meanings meanings;
    private final Set<String> families = new HashSet<>();

    SearchedCatalogue(Path directory) throws IOException {
        this(directory, ENGLISH, new Meanings(meaning(false)));
    }

    SearchedCatalogue(Path directory, LanguageSettings settings, Meanings meanings) throws IOException {
        this.meanings = meanings;
        var slow = Duration.ofHours(1);
        var language = new Language(settings);
        columns = new Columns(stock);
        index = new ProductIndex(
                new JsonMapper(), language, new SearchSettings(directory, slow, slow, slow), WEEKLY, columns);
        suggest = new SuggestWords(index, language);
        var promise = new PromiseSettings(LocalTime.of(14, 0), ZoneId.of("Europe/London"), 500);
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        search = new SearchProducts(index, stock, prices, columns, language, meanings, promise, WEEKLY, clock);
    }

    static MeaningSettings meaning(boolean enabled) {
        return new MeaningSettings(enabled, Duration.ZERO, 1, 32, 128, Duration.ofSeconds(10), 2000);
    }

    void sell(Product... products) throws IOException {
        sell(List.of(products));
    }

    void sell(List<Product> products) throws IOException {
        for (var product : products) {
            index.add(product, meanings.isOn() ? meanings.of(ProductDocuments.meant(product)) : null);
        }
        families.addAll(products.stream()
                .flatMap(product -> Stream.ofNullable(product.variantOf()))
                .toList());
        index.haveVariants(families);
        index.refresh();
    }

    static Product product(
            String sku,
            String name,
            @Nullable String brand,
            String category,
            long price,
            Map<String, String> attributes) {
        var details = new ProductDetails(name, null, brand, category, new Money(price, "GBP"), attributes);
        return Product.offer("prd_" + sku, sku, details, by(NOW)).product();
    }

    static Product rated(Product product, Rating rating) {
        return ((Progress) product.rate(rating, NOW)).product();
    }

    static Product bought(Product product, int deliveries, Instant at) {
        var popularity = product.bought(Collections.nCopies(deliveries, at), at, WEEKLY.halfLife());
        return new Product(
                product.id(),
                product.sku(),
                product.variantOf(),
                product.details(),
                product.status(),
                product.rating(),
                product.createdAt(),
                product.changedAt(),
                product.version(),
                product.change(),
                product.prices(),
                popularity);
    }

    static Product product(String sku, String name) {
        return product(sku, name, null, "home", 100, Map.of());
    }

    /** As its product is, but for this. */
    static Product variant(Product product, String sku, long price, Map<String, String> options) {
        var details = product.details().costing(new Money(price, "GBP")).choosing(options);
        return Product.begin("prd_" + sku, sku, product.id(), details, ProductStatus.ACTIVE, by(NOW))
                .product();
    }

    SearchResult find(String query) {
        return page(query, 20, null);
    }

    SearchResult page(String query, int limit, @Nullable String cursor) {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.addAll(
                UriComponentsBuilder.fromUriString("/?" + query).build().getQueryParams());
        return search.search(
                SearchRequest.of(parameters), new PageRequest(limit, cursor == null ? null : Cursor.parse(cursor)));
    }

    /** Everything, page by page. */
    List<String> skus(String query) {
        var skus = new ArrayList<String>();
        String cursor = null;
        do {
            var page = page(query, 7, cursor);
            page.items().forEach(item -> skus.add(item.sku()));
            cursor = page.nextCursor();
        } while (cursor != null);
        return skus;
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
