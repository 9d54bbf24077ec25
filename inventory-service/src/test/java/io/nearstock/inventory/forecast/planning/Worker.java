package io.nearstock.inventory.forecast.planning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.springframework.util.unit.DataSize;

/** Processes for tests: one that never ends by itself, and one that starts such a one as the service does. */
final class Worker {

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private Worker() {}

    static OwnProcess own() {
        return new OwnProcess(new OwnProcessSettings(true, DataSize.ofMegabytes(300), Duration.ofMillis(7)));
    }

    /** What kind it is ({@code starts}, {@code held} or {@code stubborn}) and where it writes its number once it is at work. */
    static List<String> command(String kind, Path pid) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classes = System.getProperty("java.class.path");
        return List.of(java, "-Xmx64m", "-cp", classes, Worker.class.getName(), kind, pid.toString());
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var pid = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "starts" -> own().start(command("held", pid));
            case "held" -> {
                Lifeline.hold(System.in);
                tell(pid);
            }
            default -> {
                Runtime.getRuntime().addShutdownHook(new Thread(Worker::stay));
                tell(pid);
            }
        }
        stay();
    }

    private static void tell(Path pid) throws IOException {
        var written = Files.writeString(
                pid.resolveSibling("written"),
                Long.toString(ProcessHandle.current().pid()));
        Files.move(written, pid);
    }

    private static void stay() {
        try {
            NEVER.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
