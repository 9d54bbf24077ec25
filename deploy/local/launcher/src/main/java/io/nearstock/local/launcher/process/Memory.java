package io.nearstock.local.launcher.process;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How much memory processes occupy, as ps tells. */
public final class Memory {

    private Memory() {}

    /** Megabytes by pid; a process that is gone is not in it. */
    public static Map<Long, Long> resident(Collection<Long> pids) {
        var list = pids.stream().map(String::valueOf).collect(Collectors.joining(","));
        try {
            var ps = new ProcessBuilder("ps", "-o", "pid=,rss=", "-p", list.isEmpty() ? "0" : list).start();
            try (var lines = ps.inputReader()) {
                var resident = new HashMap<Long, Long>();
                lines.lines()
                        .map(line -> line.strip().split("\\s+"))
                        .forEach(pair -> resident.put(Long.valueOf(pair[0]), Long.parseLong(pair[1]) / 1024));
                return resident;
            }
        } catch (IOException _) {
            return Map.of();
        }
    }
}
