package io.nearstock.catalog.search;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.nearstock.catalog.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The search index of this instance, on disk. Whoever fills it says with each commit how far it has come. */
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

    private final String instance = UUID.randomUUID().toString().substring(0, 8);
    private final ProductDocuments documents;
    private final SearchSettings settings;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final SearcherLifetimeManager snapshots = new SearcherLifetimeManager();
    private final ScheduledExecutorService refreshing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("index-refresh").daemon().factory());

    ProductIndex(JsonMapper json, Language language, SearchSettings settings) throws IOException {
        this.documents = new ProductDocuments(json);
        this.settings = settings;
        this.directory = FSDirectory.open(settings.directory());
        this.writer = new IndexWriter(directory, new IndexWriterConfig(ProductDocuments.analyzer(language)));
        this.searchers = new SearcherManager(writer, new SearcherFactory());
        var refresh = settings.refresh().toMillis();
        var _ = refreshing.scheduleWithFixedDelay(this::tryRefresh, refresh, refresh, MILLISECONDS);
    }

    SearchItem item(IndexSearcher searcher, int doc) throws IOException {
        return documents.item(searcher, doc);
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

    /** Learns how products are now. One whose price alone has changed keeps its words: its price is a column. */
    void put(Collection<Product> products) throws IOException {
        searchers.maybeRefreshBlocking(); // so that what is known of them is what was written last
        var searcher = searchers.acquire();
        try {
            for (var product : products) {
                if (isKnown(searcher, product)) {
                    reprice(product);
                } else {
                    add(product);
                }
            }
        } finally {
            searchers.release(searcher);
        }
    }

    void add(Product product) throws IOException {
        writer.updateDocument(ProductDocuments.id(product.id()), documents.of(product));
    }

    void remove(Collection<String> ids) throws IOException {
        writer.deleteDocuments(ids.stream().map(ProductDocuments::id).toArray(Term[]::new));
    }

    void clear() throws IOException {
        writer.deleteAll();
    }

    int count() {
        return writer.getDocStats().numDocs;
    }

    private boolean isKnown(IndexSearcher searcher, Product product) throws IOException {
        var found = searcher.search(new TermQuery(ProductDocuments.id(product.id())), 1).scoreDocs;
        return found.length == 1
                && ProductDocuments.number(searcher, ProductDocuments.TEXT, found[0].doc) == documents.text(product);
    }

    private void reprice(Product product) throws IOException {
        var price = product.details().price().amount();
        writer.updateNumericDocValue(ProductDocuments.id(product.id()), ProductDocuments.PRICE, price);
    }

    /** What the last commit said. */
    Map<String, String> committed() {
        var committed = new HashMap<String, String>();
        writer.getLiveCommitData().forEach(entry -> committed.put(entry.getKey(), entry.getValue()));
        return committed;
    }

    void commit(Map<String, String> state) throws IOException {
        writer.setLiveCommitData(state.entrySet());
        writer.commit();
        snapshots.prune(
                new SearcherLifetimeManager.PruneByAge(settings.snapshot().toSeconds()));
    }

    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    private void tryRefresh() {
        try {
            searchers.maybeRefresh();
        } catch (IOException | RuntimeException failure) {
            LOG.error("what is new cannot be found", failure);
        }
    }

    @Override
    public void close() throws IOException {
        refreshing.shutdown();
        try (directory;
                writer;
                searchers;
                snapshots) {
            LOG.debug("search index closed with {} products", count());
        }
    }
}
