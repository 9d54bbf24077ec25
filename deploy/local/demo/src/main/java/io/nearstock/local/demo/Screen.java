package io.nearstock.local.demo;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** What a person sees: lines, and one line that changes while work goes on. */
final class Screen {

    /** There is no console where the output goes to a file. */
    private static final boolean TERMINAL =
            Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);

    private final PrintStream out;

    Screen(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.println(text);
    }

    void row(String name, Object value) {
        out.printf(Locale.ROOT, "  %-44s %s%n", name, value);
    }

    /** Tells how far a step has come; off a terminal only its end is told. */
    synchronized void progress(String step, long done, long total, String detail) {
        var end = done >= total;
        if (TERMINAL) {
            out.printf(Locale.ROOT, "\r%-28s %,7d of %,d  %-40s%s", step, done, total, detail, end ? "\n" : "");
            out.flush();
        } else if (end) {
            out.printf(Locale.ROOT, "%-28s %,7d of %,d  %s%n", step, done, total, detail);
        }
    }
}
