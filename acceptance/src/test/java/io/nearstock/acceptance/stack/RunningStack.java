package io.nearstock.acceptance.stack;

import io.nearstock.acceptance.shop.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a story its world: one stack for all stories of a run, with two instances of order- and inventory-service. A
 * stack that already runs is taken, and left running, when {@code NEARSTOCK_STACK} names its local.json.
 */
public final class RunningStack implements ParameterResolver {

    /** So that each of two instances has done everything. */
    private static final int TURNS = 4;

    private record Shared(Stack stack, boolean ours) implements AutoCloseable {

        static Shared start() {
            var running = System.getenv("NEARSTOCK_STACK");
            return running == null ? started() : lent(Path.of(running).toAbsolutePath());
        }

        private static Shared lent(Path localJson) {
            var launcher = Launcher.ofSomebodyElse(localJson.resolveSibling(""));
            return new Shared(Stack.of(launcher, localJson), false);
        }

        private static Shared started() {
            var home = Path.of("target", "stack").toAbsolutePath();
            var launcher = Launcher.ofOurOwn(home);
            up(launcher);
            var stack = Stack.of(launcher, home.resolve("local.json"));
            warmUp(new World(stack));
            return new Shared(stack, true);
        }

        /** The first answers of a cold machine may come too late, and only one story is about those. */
        private static void warmUp(World world) {
            for (var turn = 0; turn < TURNS; turn++) {
                Awaitility.await()
                        .atMost(Duration.ofMinutes(2))
                        .ignoreExceptions()
                        .untilAsserted(() -> buySomething(world));
            }
        }

        private static void buySomething(World world) {
            var good = world.newGood(1000, 1);
            world.newCustomer().buy(Map.of(good.sku(), 1));
        }

        private static void up(Launcher launcher) {
            launcher.run("reset"); // what an earlier run left would be data of an earlier version
            try {
                launcher.run("up");
                launcher.run("scale", "order-service", "2");
                launcher.run("scale", "inventory-service", "2");
            } catch (IllegalStateException failure) {
                launcher.run("down");
                throw failure;
            }
        }

        @Override
        public void close() {
            if (ours) {
                stack.launcher().run("down");
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == World.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var store = context.getRoot().getStore(Namespace.create(RunningStack.class));
        var shared = store.computeIfAbsent(Shared.class, _ -> Shared.start(), Shared.class);
        return new World(shared.stack());
    }
}
