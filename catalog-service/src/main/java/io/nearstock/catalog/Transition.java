package io.nearstock.catalog;

/** A product's answer to a command. */
public sealed interface Transition {

    Product product();

    /** The product is now this; to be stored and announced. */
    record Progress(Product product) implements Transition {}

    /** It was so already: success for the caller, nothing to store. */
    record Repetition(Product product) implements Transition {}
}
