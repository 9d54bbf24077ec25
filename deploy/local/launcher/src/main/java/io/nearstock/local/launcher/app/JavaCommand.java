package io.nearstock.local.launcher.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The command line of a JVM that starts quickly and stays small: C1 alone, one heap region, few reserves.
 *
 * @param mark tells our processes from others
 * @param extraFlags of the person at the terminal, after ours, so that they win
 */
public record JavaCommand(String mark, String extraFlags) {

    private static final List<String> LEAN = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=64m",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.net.preferIPv4Stack=true",
            "-Dfile.encoding=UTF-8");

    public List<String> run(UnpackedApp app, int heapMegabytes, List<String> arguments) {
        var command = base(heapMegabytes);
        if (app.isTrained()) {
            command.add("-XX:AOTCache=" + app.cache());
            command.add("-Xlog:aot=off");
        }
        command.addAll(List.of("-jar", app.jar().toString()));
        command.addAll(arguments);
        return command;
    }

    /** A program that computes for minutes instead of a service at rest: every compiler, every core, the default collector. */
    public List<String> compute(UnpackedApp app, String mainClass, int heapMegabytes, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(java());
        command.add("-Dnearstock.mark=" + mark);
        command.add("-Xmx" + heapMegabytes + "m");
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-cp", app.jar().toString(), mainClass));
        command.addAll(arguments);
        return command;
    }

    /** A start that ends as soon as the application is put together, and leaves the cache behind. */
    List<String> train(UnpackedApp app, int heapMegabytes, Path cache) {
        var command = base(heapMegabytes);
        command.addAll(List.of(
                "-XX:AOTCacheOutput=" + cache,
                "-Dspring.context.exit=onRefresh",
                "-jar",
                app.jar().toString()));
        return command;
    }

    private ArrayList<String> base(int heapMegabytes) {
        var command = new ArrayList<String>();
        command.add(java());
        command.add("-Dnearstock.mark=" + mark);
        command.add("-Xmx" + heapMegabytes + "m");
        command.addAll(LEAN);
        Arrays.stream(extraFlags.strip().split("\\s+"))
                .filter(flag -> !flag.isEmpty())
                .forEach(command::add);
        return command;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
