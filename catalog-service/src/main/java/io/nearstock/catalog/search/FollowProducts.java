package io.nearstock.catalog.search;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.nearstock.catalog.PopularitySettings;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import io.nearstock.catalog.Variants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the index as the database is. It follows the topic of products: a message says which product changed, the
 * database says how it is now, so messages may come twice or late. How far it has followed lies in the same commit as
 * what it has learned.
 */
@Component
final class FollowProducts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FollowProducts.class);

    private final Products products;
    private final Variants variants;
    private final ProductIndex index;
    private final String layout;
    private final Map<Integer, Long> offsets = new ConcurrentHashMap<>();
    private final ScheduledExecutorService committing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("index-commit").daemon().factory());

    /** A change of how products are indexed, of their language or of how popularity ends makes existing indexes worthless. */
    FollowProducts(
            Products products,
            Variants variants,
            ProductIndex index,
            LanguageSettings language,
            PopularitySettings popularity,
            SearchSettings settings)
            throws IOException {
        this.products = products;
        this.variants = variants;
        this.index = index;
        this.layout = "9 " + language + " " + popularity.halfLife();
        restore();
        var commit = settings.commit().toMillis();
        var _ = committing.scheduleWithFixedDelay(this::tryCommit, commit, commit, MILLISECONDS);
    }

    /** Where to go on reading a partition of the topic; null from its beginning. */
    @Nullable
    Long offset(int partition) {
        return offsets.get(partition);
    }

    /** Learns how these products are now. */
    synchronized void follow(Collection<String> productIds, int partition, long nextOffset) {
        try {
            var sold = products.ofIds(productIds).stream()
                    .filter(Product::isActive)
                    .toList();
            var gone = new HashSet<>(productIds);
            sold.forEach(product -> gone.remove(product.id()));
            index.put(sold);
            index.haveVariants(families(sold));
            index.remove(gone);
            offsets.put(partition, nextOffset);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads the products anew and one at a time with {@link #follow}, so that nothing older is written last. */
    synchronized void giveMeaning(Collection<String> productIds, Function<Product, byte @Nullable []> meaning) {
        try {
            var all = products.ofIds(productIds);
            for (var product : all) {
                var meant = product.isActive() ? meaning.apply(product) : null;
                if (meant != null) {
                    index.add(product, meant);
                }
            }
            index.haveVariants(families(all));
            index.refresh();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Of what has just been written, the products that have variants. Whichever of a product and its variant is written last,
     * the index then knows of both that they belong together.
     */
    private Set<String> families(Collection<Product> written) {
        var those = variants.having(written.stream()
                .filter(product -> product.variantOf() == null)
                .map(Product::id)
                .toList());
        written.forEach(product -> Stream.ofNullable(product.variantOf()).forEach(those::add));
        return those;
    }

    /** Goes on from the last commit; begins anew where there is none that fits the database. */
    private void restore() throws IOException {
        var committed = index.committed();
        if (layout.equals(committed.remove("layout"))) {
            committed.forEach((partition, offset) -> offsets.put(Integer.valueOf(partition), Long.valueOf(offset)));
            if (index.count() == products.count()) {
                return;
            }
            offsets.clear(); // a crash left a little out, or this is the index of another database: both end well
        }
        var began = System.nanoTime();
        index.clear();
        var families = new HashSet<String>();
        products.forEachSold(product -> {
            add(product);
            Stream.ofNullable(product.variantOf()).forEach(families::add);
        });
        index.haveVariants(families);
        commit();
        index.refresh();
        LOG.info(
                "search index built from the database: {} products in {} s",
                index.count(),
                Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    private void add(Product product) {
        try {
            index.add(product, null);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The offsets are taken first: what they promise has been written already. */
    private void commit() throws IOException {
        var state = new HashMap<String, String>();
        offsets.forEach((partition, offset) -> state.put(partition.toString(), offset.toString()));
        state.put("layout", layout);
        index.commit(state);
    }

    private void tryCommit() {
        try {
            commit();
        } catch (IOException | RuntimeException failure) {
            LOG.error("the search index could not be made durable", failure);
        }
    }

    @Override
    public void close() {
        committing.shutdown();
        tryCommit();
    }
}
