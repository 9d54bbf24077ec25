package io.nearstock.testkit.simulation;

/** The process is gone. No exception, so that nothing catches it. */
public final class Crash extends Error {

    private static final long serialVersionUID = 1;

    Crash() {
        super("crash", null, false, false);
    }
}
