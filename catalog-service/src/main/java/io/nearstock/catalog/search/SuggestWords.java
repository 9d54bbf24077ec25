package io.nearstock.catalog.search;

import static org.apache.lucene.search.BooleanClause.Occur.FILTER;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.springframework.stereotype.Component;

/** Completes the last word of somebody who is typing, from the words of names, brands, categories and attributes. */
@Component
final class SuggestWords {

    /** Words to search for, and how many products have them. */
    record Suggestion(String text, int products) {}

    record Suggestions(List<Suggestion> items) {}

    private static final int LONGEST = 200;
    private static final int TRIED = 50;
    private static final int SHOWN = 10;

    private final ProductIndex index;
    private final Language language;

    SuggestWords(ProductIndex index, Language language) {
        this.index = index;
        this.language = language;
    }

    Suggestions suggest(String typed) {
        var words = language.words(typed.substring(0, Math.min(typed.length(), LONGEST)));
        return words.isEmpty() ? new Suggestions(List.of()) : index.read((searcher, _) -> suggest(searcher, words));
    }

    private static Suggestions suggest(IndexSearcher searcher, List<String> words) throws IOException {
        var before = words.subList(0, words.size() - 1);
        var found = new ArrayList<Suggestion>();
        for (var word : Spelling.beginningWith(searcher.getIndexReader(), words.getLast(), TRIED)) {
            var products = searcher.count(together(before, word.text()));
            if (products > 0) {
                var text = before.isEmpty() ? word.text() : String.join(" ", before) + " " + word.text();
                found.add(new Suggestion(text, products));
            }
        }
        return new Suggestions(found.stream()
                .sorted(Comparator.comparingInt(Suggestion::products).reversed().thenComparing(Suggestion::text))
                .limit(SHOWN)
                .toList());
    }

    private static Query together(List<String> before, String last) {
        if (before.contains(last)) {
            return MatchNoDocsQuery.INSTANCE;
        }
        var query = new BooleanQuery.Builder().add(written(last), FILTER);
        before.forEach(word -> query.add(written(word), FILTER));
        return query.build();
    }

    private static Query written(String word) {
        return new TermQuery(new Term(ProductDocuments.WRITTEN, word));
    }
}
