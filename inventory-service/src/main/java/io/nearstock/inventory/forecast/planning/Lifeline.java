package io.nearstock.inventory.forecast.planning;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Ends this process once its input ends: that is a pipe from whoever started it, which the system closes with them, however they
 * end. What is left undone is due again, so nothing has to be waited for.
 */
final class Lifeline {

    /** As an argument of a program: it lives no longer than whoever started it. */
    static final String HELD = "--held";

    static final int LET_GO = 3;

    private Lifeline() {}

    static void hold(InputStream input) {
        Thread.ofPlatform().daemon().name("lifeline").start(() -> {
            awaitEnd(input);
            Runtime.getRuntime().halt(LET_GO);
        });
    }

    private static void awaitEnd(InputStream input) {
        try (input) {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // nobody is at the other end either
        }
    }
}
