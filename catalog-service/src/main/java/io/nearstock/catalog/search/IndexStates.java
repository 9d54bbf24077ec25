package io.nearstock.catalog.search;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.search.SearcherLifetimeManager.PruneByAge;
import org.apache.lucene.search.SearcherManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The states of an index: the newest, renewed again and again, and older ones for those who turn pages. */
final class IndexStates implements AutoCloseable {

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

    private static final Logger LOG = LoggerFactory.getLogger(IndexStates.class);

    private final String instance = UUID.randomUUID().toString().substring(0, 8);
    private final SearchSettings settings;
    private final SearcherManager searchers;
    private final SearcherLifetimeManager snapshots = new SearcherLifetimeManager();
    private final ScheduledExecutorService refreshing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("index-refresh").daemon().factory());

    IndexStates(IndexWriter writer, SearchSettings settings, Columns columns) throws IOException {
        this.settings = settings;
        this.searchers = new SearcherManager(writer, opening(columns));
        var refresh = settings.refresh().toMillis();
        var _ = refreshing.scheduleWithFixedDelay(this::tryRefresh, refresh, refresh, MILLISECONDS);
    }

    /** Whoever searches first shall not wait for columns. */
    private static SearcherFactory opening(Columns columns) {
        return new SearcherFactory() {

            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
                var _ = columns.of(reader);
                var searcher = new IndexSearcher(reader);
                searcher.setSimilarity(WeightedWords.similarity());
                return searcher;
            }
        };
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

    <T> T readNewest(Reading<T> reading) throws IOException {
        var searcher = searchers.acquire();
        try {
            return reading.read(searcher, () -> instance + ":" + snapshots.record(searcher));
        } finally {
            searchers.release(searcher);
        }
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

    /** Lets go of what nobody turns pages of any more. */
    void prune() throws IOException {
        snapshots.prune(new PruneByAge(settings.snapshot().toSeconds()));
    }

    @Override
    public void close() throws IOException {
        refreshing.shutdown();
        try (searchers;
                snapshots) {
            LOG.debug("states of the index closed");
        }
    }
}
