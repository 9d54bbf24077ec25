package io.nearstock.acceptance.load;

import io.nearstock.acceptance.stack.Launcher;
import io.nearstock.acceptance.stack.Stack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code ./nearstock load}: on a stack of its own with the flags of production, or on one that runs. */
public final class Load {

    /** More than a run writes: the stand-in compacts its journal at another time. */
    private static final String NO_COMPACTION = "8192";

    /** All visitors come from one address. */
    private static final String NO_LIMIT = "1000000000";

    private Load() {}

    /** Holds when nothing failed that was measured. */
    public static boolean holds(List<String> words) {
        var options = Options.of(words);
        return options.stack()
                .map(file -> Stack.of(Launcher.ofSomebodyElse(file.resolveSibling("")), file))
                .map(stack -> new Session(options, stack).holds())
                .orElseGet(() -> onOurOwn(options));
    }

    private static boolean onOurOwn(Options options) {
        var home = Path.of(System.getenv().getOrDefault("NEARSTOCK_HOME", ".nearstock"), "load")
                .toAbsolutePath();
        var launcher = new Launcher(home, environment(options));
        System.out.println("Starting a stack for load in " + home);
        try {
            launcher.run("up");
            return new Session(options, Stack.of(launcher, home.resolve("local.json"))).holds();
        } finally {
            if (!options.keepsStack()) {
                launcher.run("down");
            }
        }
    }

    private static Map<String, String> environment(Options options) {
        return Map.of(
                "NEARSTOCK_PORT_OFFSET",
                options.portOffset(),
                "NEARSTOCK_JVM_FLAGS",
                options.flags(),
                "NEARSTOCK_BUILD",
                "never",
                "NEARSTOCK_DEMO_DATA",
                "none",
                "NEARSTOCK_TRAINING",
                "off",
                "DATABASE_JOURNAL_MB",
                NO_COMPACTION,
                "GATEWAY_RATE_LIMIT_ANONYMOUS",
                NO_LIMIT,
                "GATEWAY_RATE_LIMIT_CLIENT",
                NO_LIMIT,
                "GATEWAY_RATE_LIMIT_SIGN_IN",
                NO_LIMIT);
    }
}
