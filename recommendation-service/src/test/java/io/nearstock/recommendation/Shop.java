package io.nearstock.recommendation;

/** Products of the tests. */
public final class Shop {

    private Shop() {}

    public static Product product(String id, String category) {
        return new Product(id, "SKU-" + id, "The " + id, null, category, new Money(1299, "GBP"), true, 1);
    }

    public static Product withSku(String id, String sku, String category) {
        return new Product(id, sku, "The " + id, null, category, new Money(1299, "GBP"), true, 1);
    }

    public static StockLevel level(Product product, String hub, int available, long sequence) {
        return new StockLevel(product.sku() + "@" + hub, product.sku(), hub, available, sequence);
    }
}
