package io.nearstock.catalog;

/** Wants to know of each change of a review, and bears to hear it again. */
public interface ReviewWatcher {

    void see(String reviewId, String productId);
}
