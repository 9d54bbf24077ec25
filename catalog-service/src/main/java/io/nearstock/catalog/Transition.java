package io.nearstock.catalog;

import org.jspecify.annotations.Nullable;

/** A product's answer to a command. */
public sealed interface Transition {

    Product product();

    /**
     * The product is now this; to be stored and announced.
     *
     * @param replaced the change that the product told of until now, to be kept elsewhere; null where it tells of it still
     */
    record Progress(Product product, @Nullable ProductChange replaced) implements Transition {}

    /** It was so already: success for the caller, nothing to store. */
    record Repetition(Product product) implements Transition {}

    /** It cannot become that from what it is. */
    record Contradiction(Product product) implements Transition {}
}
