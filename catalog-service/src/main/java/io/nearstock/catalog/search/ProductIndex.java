package io.nearstock.catalog.search;

import static org.apache.lucene.search.BooleanClause.Occur.FILTER;
import static org.apache.lucene.search.BooleanClause.Occur.MUST_NOT;

import io.nearstock.catalog.PopularitySettings;
import io.nearstock.catalog.Product;
import io.nearstock.catalog.search.IndexStates.Reading;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The search index of this instance, on disk. Whoever fills it says with each commit how far it has come. */
@Component
final class ProductIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProductIndex.class);
    private static final Query WITHOUT_MEANING = new BooleanQuery.Builder()
            .add(MatchAllDocsQuery.INSTANCE, FILTER)
            .add(new FieldExistsQuery(ProductDocuments.MEANING), MUST_NOT)
            .build();

    private final ProductDocuments documents;
    private final Directory directory;
    private final IndexWriter writer;
    private final IndexStates states;

    ProductIndex(
            JsonMapper json, Language language, SearchSettings settings, PopularitySettings popularity, Columns columns)
            throws IOException {
        this.documents = new ProductDocuments(json, popularity.halfLife());
        this.directory = FSDirectory.open(settings.directory());
        var config = new IndexWriterConfig(ProductDocuments.analyzer(language))
                .setSimilarity(WeightedWords.similarity())
                .setMergedSegmentWarmer(columns::still);
        this.writer = new IndexWriter(directory, config);
        this.states = new IndexStates(writer, settings, columns);
    }

    SearchItem item(IndexSearcher searcher, int doc, Instant now) throws IOException {
        return documents.item(searcher, doc, now);
    }

    <T> T read(Reading<T> reading) {
        return states.read("", reading);
    }

    <T> T read(String snapshot, Reading<T> reading) {
        return states.read(snapshot, reading);
    }

    /** Learns how products are now. One whose words have not changed keeps them: the rest is columns. */
    void put(Collection<Product> products) throws IOException {
        states.refresh(); // so that what is known of them is what was written last
        states.readNewest((searcher, _) -> {
            for (var product : products) {
                put(searcher, product);
            }
            return products.size();
        });
    }

    private void put(IndexSearcher searcher, Product product) throws IOException {
        if (isKnown(searcher, product)) {
            move(product);
        } else {
            add(product, null);
        }
    }

    /** Its meaning may follow. */
    void add(Product product, byte @Nullable [] meaning) throws IOException {
        writer.updateDocument(ProductDocuments.id(product.id()), documents.of(product, meaning));
    }

    /** These products have variants. A product that was added again has to be told again. */
    void haveVariants(Collection<String> ids) throws IOException {
        for (var id : ids) {
            writer.updateDocValues(ProductDocuments.id(id), Families.column(id));
        }
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

    /** The ids of a few products of which nobody has said yet what they mean. */
    List<String> withoutMeaning(int most) {
        return read((searcher, _) -> {
            var ids = new ArrayList<String>();
            for (var hit : searcher.search(WITHOUT_MEANING, most).scoreDocs) {
                ids.add(ProductDocuments.id(searcher, hit.doc));
            }
            return ids;
        });
    }

    private boolean isKnown(IndexSearcher searcher, Product product) throws IOException {
        var found = searcher.search(new TermQuery(ProductDocuments.id(product.id())), 1).scoreDocs;
        return found.length == 1
                && ProductDocuments.number(searcher, ProductDocuments.TEXT, found[0].doc) == documents.text(product);
    }

    private void move(Product product) throws IOException {
        var columns = documents.moving(product).toArray(Field[]::new);
        writer.updateDocValues(ProductDocuments.id(product.id()), columns);
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
        states.prune();
    }

    void refresh() throws IOException {
        states.refresh();
    }

    @Override
    public void close() throws IOException {
        try (directory;
                writer;
                states) {
            LOG.debug("search index closed with {} products", count());
        }
    }
}
