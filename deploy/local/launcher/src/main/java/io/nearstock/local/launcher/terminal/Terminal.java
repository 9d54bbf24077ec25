package io.nearstock.local.launcher.terminal;

import java.io.PrintStream;

/** All that is printed goes through here, a whole line at a time. */
public final class Terminal {

    private final PrintStream out;
    private final PrintStream problems;

    public Terminal(PrintStream out, PrintStream problems) {
        this.out = out;
        this.problems = problems;
    }

    public synchronized void line(String text) {
        out.println(text);
    }

    public synchronized void problem(String text) {
        out.flush();
        problems.println(text);
    }
}
