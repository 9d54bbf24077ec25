package io.nearstock.acceptance.load.gauge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import tools.jackson.databind.JsonNode;

/** The processes of a stack, and this tool, as Linux counts them. */
public record Processes(Map<String, List<Long>> pids) {

    public static final String TOOL = "load tool";

    /** One clock tick of /proc (proc(5)): 100 a second on every Linux that Java runs on. */
    private static final int MILLIS_A_TICK = 10;

    public static Processes of(JsonNode local) {
        var pids = new LinkedHashMap<String, List<Long>>();
        local.path("services")
                .forEachEntry((name, service) -> pids.put(
                        name,
                        service.path("instances")
                                .valueStream()
                                .map(instance -> instance.path("pid").asLong())
                                .toList()));
        return new Processes(pids).and(TOOL, ProcessHandle.current().pid());
    }

    public Processes and(String name, long pid) {
        var more = new LinkedHashMap<>(pids);
        more.put(name, List.of(pid));
        return new Processes(more);
    }

    /** Milliseconds of processor time since each began. */
    public Usage processorTime() {
        return new Usage(each(Processes::millis));
    }

    public Map<String, Long> residentMegabytes() {
        return each(Processes::megabytes);
    }

    private Map<String, Long> each(ToLongFunction<Long> quantity) {
        var sums = new LinkedHashMap<String, Long>();
        pids.forEach(
                (name, ids) -> sums.put(name, ids.stream().mapToLong(quantity).sum()));
        return sums;
    }

    private static long millis(long pid) {
        var stat = read(pid, "stat");
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 15);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_A_TICK;
    }

    private static long megabytes(long pid) {
        return read(pid, "status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), file));
        } catch (IOException gone) {
            throw new UncheckedIOException("a process of the stack has ended", gone);
        }
    }
}
