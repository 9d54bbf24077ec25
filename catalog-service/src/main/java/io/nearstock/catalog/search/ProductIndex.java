package io.nearstock.catalog.search;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.nearstock.catalog.Product;
import io.nearstock.catalog.Products;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The search index of this instance. It follows the topic of products: a message says which product changed, the
 * database says how it is now, so messages may come twice or late. How far it has followed lies in the same commit as
 * what it has learned.
 */
@Component
final class ProductIndex implements AutoCloseable {

    /** What is done with a state of the index; it stands still meanwhile. */
    @FunctionalInterface
    interface Reading<T> {
        T read(IndexSearcher searcher, Snapshot snapshot) throws IOException;
    }

    /** Keeps the state that is being read, and says how to find it again. */
    @FunctionalInterface
    interface Snapshot {
        String name() throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(ProductIndex.class);

    /** A change of how products are indexed makes existing indexes worthless. */
    private static final String LAYOUT = "1";

    private final String instance = UUID.randomUUID().toString().substring(0, 8);
    private final Products products;
    private final ProductDocuments documents;
    private final SearchSettings settings;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final SearcherLifetimeManager snapshots = new SearcherLifetimeManager();
    private final Map<Integer, Long> offsets = new ConcurrentHashMap<>();
    private final ScheduledExecutorService upkeep = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("index-upkeep").daemon().factory());

    ProductIndex(Products products, JsonMapper json, SearchSettings settings) throws IOException {
        this.products = products;
        this.documents = new ProductDocuments(json);
        this.settings = settings;
        this.directory = FSDirectory.open(settings.directory());
        this.writer = new IndexWriter(directory, new IndexWriterConfig(ProductDocuments.analyzer()));
        restore();
        this.searchers = new SearcherManager(writer, new SearcherFactory());
        var refresh = settings.refresh().toMillis();
        var commit = settings.commit().toMillis();
        var _ = upkeep.scheduleWithFixedDelay(() -> attempt(searchers::maybeRefresh), refresh, refresh, MILLISECONDS);
        var _ = upkeep.scheduleWithFixedDelay(() -> attempt(this::commit), commit, commit, MILLISECONDS);
    }

    /** Where to go on reading a partition of the topic; null from its beginning. */
    @Nullable
    Long offset(int partition) {
        return offsets.get(partition);
    }

    /** Learns how these products are now. */
    void follow(Collection<String> productIds, int partition, long nextOffset) {
        try {
            var gone = new HashMap<String, String>();
            productIds.forEach(id -> gone.put(id, id));
            for (var product : products.ofIds(productIds)) {
                if (product.isActive()) {
                    put(product);
                    gone.remove(product.id());
                }
            }
            for (var id : gone.keySet()) {
                writer.deleteDocuments(ProductDocuments.id(id));
            }
            offsets.put(partition, nextOffset);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    SearchItem item(IndexSearcher searcher, int doc) throws IOException {
        return documents.item(searcher.storedFields().document(doc));
    }

    <T> T read(Reading<T> reading) {
        return read("", reading);
    }

    /** Reads the state of the index that the snapshot names, or the newest where it is of another time or instance. */
    <T> T read(String snapshot, Reading<T> reading) {
        try {
            var kept = snapshot.startsWith(instance + ":")
                    ? snapshots.acquire(Long.parseLong(snapshot.substring(instance.length() + 1)))
                    : null;
            return kept == null ? readNewest(reading) : readKept(kept, snapshot, reading);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private <T> T readKept(IndexSearcher kept, String snapshot, Reading<T> reading) throws IOException {
        try {
            return reading.read(kept, () -> snapshot);
        } finally {
            snapshots.release(kept);
        }
    }

    private <T> T readNewest(Reading<T> reading) throws IOException {
        var searcher = searchers.acquire();
        try {
            return reading.read(searcher, () -> instance + ":" + snapshots.record(searcher));
        } finally {
            searchers.release(searcher);
        }
    }

    private void put(Product product) throws IOException {
        writer.updateDocument(ProductDocuments.id(product.id()), documents.of(product));
    }

    /** Goes on from the last commit; begins anew where there is none that fits the database. */
    private void restore() throws IOException {
        var committed = new HashMap<String, String>();
        writer.getLiveCommitData().forEach(entry -> committed.put(entry.getKey(), entry.getValue()));
        if (LAYOUT.equals(committed.remove("layout"))) {
            committed.forEach((partition, offset) -> offsets.put(Integer.valueOf(partition), Long.valueOf(offset)));
            if (writer.getDocStats().numDocs == products.count()) {
                return;
            }
            offsets.clear(); // a crash left a little out, or this is the index of another database: both end well
        }
        writer.deleteAll();
        products.forEachSold(product -> {
            try {
                put(product);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        commit();
        LOG.info("search index built from the database: {} products", writer.getDocStats().numDocs);
    }

    /** The offsets are taken first: what they promise has been written already. */
    private void commit() throws IOException {
        var data = new HashMap<String, String>();
        offsets.forEach((partition, offset) -> data.put(partition.toString(), offset.toString()));
        data.put("layout", LAYOUT);
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
        snapshots.prune(
                new SearcherLifetimeManager.PruneByAge(settings.snapshot().toSeconds()));
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private static void attempt(Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException failure) {
            LOG.error("the search index could not be kept", failure);
        }
    }

    @Override
    public void close() throws IOException {
        upkeep.shutdown();
        try (directory;
                writer;
                searchers;
                snapshots) {
            attempt(this::commit);
        }
    }
}
