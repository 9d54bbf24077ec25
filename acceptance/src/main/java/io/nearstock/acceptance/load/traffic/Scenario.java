package io.nearstock.acceptance.load.traffic;

/** One kind of thing that visitors do again and again. */
public interface Scenario {

    String name();

    /** Answers whether it went as a customer would want. */
    boolean perform(Visitor visitor);
}
