package io.nearstock.catalog.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.Scorer;

/** The products of a segment that have a word, with what each scores by it: lists that are read from their beginnings to their ends. */
final class WordInSegment {

    /** In the time that it takes to look up one product in a list, so many of it are read in order. */
    private static final int IN_ORDER = 16;

    private final List<Scorer> readings = new ArrayList<>();
    private final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
    private final int size;

    /** Of a segment of that many products. */
    WordInSegment(int size) {
        this.size = size;
    }

    void add(Scorer reading) {
        readings.add(reading);
    }

    /** Adds what the first of these products score, as many as are said; the first product's sum is the first. */
    void addTo(double[] sums, int[] docs, int many) throws IOException {
        var width = docs[many - 1] - docs[0] + 1;
        if (readings.size() == 1) {
            score(readings.getFirst(), docs, many, width, sums);
        } else if (readings.size() > 1) {
            addBest(sums, docs, many, width);
        }
    }

    private void addBest(double[] sums, int[] docs, int many, int width) throws IOException {
        var best = new double[width];
        var next = new double[width];
        for (var reading : readings) {
            Arrays.fill(next, 0);
            score(reading, docs, many, width, next);
            for (int place = 0; place < width; place++) {
                best[place] = Math.max(best[place], next[place]);
            }
        }
        for (int place = 0; place < width; place++) {
            sums[place] += best[place];
        }
    }

    private void score(Scorer reading, int[] docs, int many, int width, double[] sums) throws IOException {
        if (reading.docID() < docs[0]) {
            reading.iterator().advance(docs[0]);
        }
        if ((long) many * IN_ORDER < reading.iterator().cost() * width / size) {
            lookUp(reading, docs, many, sums);
        } else {
            read(reading, docs[0], width, sums);
        }
    }

    private static void lookUp(Scorer reading, int[] docs, int many, double[] sums) throws IOException {
        var list = reading.iterator();
        for (int at = 0; at < many; at++) {
            var doc = docs[at];
            var next = list.docID() < doc ? list.advance(doc) : list.docID();
            if (next == doc) {
                sums[doc - docs[0]] += reading.score();
            }
        }
    }

    private void read(Scorer reading, int first, int width, double[] sums) throws IOException {
        do {
            reading.nextDocsAndScores(first + width, null, buffer);
            for (int at = 0; at < buffer.size; at++) {
                sums[buffer.docs[at] - first] += buffer.features[at];
            }
        } while (buffer.size > 0);
    }
}
