package io.nearstock.inventory;

import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * When a promotion runs, and for what.
 *
 * @param skus with neither these nor categories it is about everything
 * @param categories paths, each with all that is below it
 * @param until the last day
 * @param everybody whether all customers have it, without a coupon
 * @param sequence of the news that told it
 */
public record PromotedTime(
        @BsonId String id,
        List<String> skus,
        List<String> categories,
        LocalDate from,
        LocalDate until,
        boolean everybody,
        long sequence) {

    public boolean isAbout(String sku, String category) {
        return (skus.isEmpty() && categories.isEmpty())
                || skus.contains(sku)
                || categories.stream().anyMatch(each -> category.equals(each) || category.startsWith(each + "/"));
    }
}
