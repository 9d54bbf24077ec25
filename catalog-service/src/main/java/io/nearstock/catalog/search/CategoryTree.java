package io.nearstock.catalog.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private final Columns columns;

    CategoryTree(ProductIndex index, Columns columns) {
        this.index = index;
        this.columns = columns;
    }

    Categories categories() {
        var counts = index.read(
                (searcher, _) -> columns.of(searcher.getIndexReader()).all().byCategory());
        var root = new Node();
        counts.forEach((path, products) -> {
            var node = root;
            for (var name : path.split("/", -1)) {
                node = node.children.computeIfAbsent(name, _ -> new Node());
            }
            node.products = products;
        });
        return new Categories(root.categories(""));
    }
}
