package io.nearstock.local.launcher.command;

import io.nearstock.local.launcher.part.Part;
import io.nearstock.local.launcher.terminal.LauncherException;
import io.nearstock.local.launcher.terminal.Terminal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the command that the words at the terminal mean. */
public final class Commands {

    private static final String HELP = """
        nearstock: the whole stack on this machine

          ./nearstock up                 start what does not run, and load the demo's data the first time
          ./nearstock status             who runs, how well, how large
          ./nearstock logs [PART] [-f]   the end of the logs; -f goes on
          ./nearstock restart PART       every process of a part, on its old port
          ./nearstock scale SERVICE N    so many processes of a service
          ./nearstock demo [OPTION…]     the main job before your eyes
          ./nearstock load [OPTION…]     orders, searches and pages a second, and what each costs
          ./nearstock chaos [OPTION…]    everything that can break is broken while people order
          ./nearstock evaluate WHAT …    forecast, reviews: the production code on your file
          ./nearstock down               stop everything; what was stored stays
          ./nearstock reset              stop everything and forget what was stored

        NEARSTOCK_HOME          the stack's folder (.nearstock)
        NEARSTOCK_PORT_OFFSET   added to every port, so that two stacks can run side by side
        NEARSTOCK_JVM_FLAGS     added to the flags of every Java process
        NEARSTOCK_BUILD         never: start what was built before
        NEARSTOCK_TRAINING      off: make no AOT caches in the background
        NEARSTOCK_DEMO_DATA     none: leave the shop empty at the first start
        MONGODB_URI, KAFKA_BOOTSTRAP_SERVERS, SMTP_URL, PAYMENT_URL   a real one instead of a local part
        """;

    private static final String PROOFS = "io.nearstock.acceptance.Proofs";

    private final Path root;
    private final Map<String, String> environment;
    private final Terminal terminal;

    public Commands(Path root, Map<String, String> environment, Terminal terminal) {
        this.root = root;
        this.environment = environment;
        this.terminal = terminal;
    }

    /** Answers the exit code. */
    public int run(List<String> words) {
        var command = words.isEmpty() ? "help" : words.getFirst();
        var rest = words.isEmpty() ? words : words.subList(1, words.size());
        return switch (command) {
            case "up" -> new Up(stack()).run();
            case "status" -> new Status(stack()).run();
            case "logs" -> logs(rest);
            case "down" -> new Down(stack()).run();
            case "restart" -> new Restart(stack()).run(part(rest));
            case "scale" -> new Scale(stack()).run(part(rest), count(rest));
            case "reset" -> new Reset(stack()).run();
            case "demo" -> new Demo(stack()).run(rest);
            case "chaos", "load" -> new Program(stack(), "acceptance").compute(PROOFS, words);
            case "evaluate" -> new Evaluate(stack()).run(rest);
            case "train" -> new Train(stack()).run();
            case "help", "-h", "--help" -> help();
            default -> throw new LauncherException("There is no command " + command + ".\n\n" + HELP);
        };
    }

    private int help() {
        HELP.lines().forEach(terminal::line);
        return 0;
    }

    private int logs(List<String> words) {
        var names = words.stream().filter(word -> !word.equals("-f")).toList();
        return new Logs(stack()).run(names, words.contains("-f"));
    }

    private Stack stack() {
        return Stack.asked(root, environment, terminal);
    }

    private static Part part(List<String> words) {
        var parts = Arrays.stream(Part.values()).map(Part::partName).collect(Collectors.joining(", "));
        return words.stream()
                .findFirst()
                .flatMap(Part::named)
                .orElseThrow(() -> new LauncherException("Which one? " + parts));
    }

    private static int count(List<String> words) {
        try {
            return Integer.parseInt(words.get(1));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new LauncherException("How many? For example: ./nearstock scale order-service 2", e);
        }
    }
}
