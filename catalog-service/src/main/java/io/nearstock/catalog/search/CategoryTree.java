package io.nearstock.catalog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.springframework.stereotype.Component;

/** The categories that have products, as a tree. */
@Component
final class CategoryTree {

    /** A category; its products include those of the categories below it. */
    record Category(String path, String name, int products, List<Category> children) {}

    record Categories(List<Category> items) {}

    private static final class Node {

        private final Map<String, Node> children = new TreeMap<>();
        private int products;

        List<Category> categories(String parent) {
            var categories = new ArrayList<Category>();
            children.forEach((name, node) -> {
                var path = parent.isEmpty() ? name : parent + "/" + name;
                categories.add(new Category(path, name, node.products, node.categories(path)));
            });
            return categories;
        }
    }

    private final ProductIndex index;

    CategoryTree(ProductIndex index) {
        this.index = index;
    }

    Categories categories() {
        var counts = index.read((searcher, _) ->
                searcher.search(MatchAllDocsQuery.INSTANCE, FacetCounts.counting(searcher.getIndexReader())));
        var root = new Node();
        counts.categories().forEach((path, products) -> {
            var node = root;
            for (var name : path.split("/", -1)) {
                node = node.children.computeIfAbsent(name, _ -> new Node());
            }
            node.products = products;
        });
        return new Categories(root.categories(""));
    }
}
