package io.nearstock.acceptance.load.gauge;

import java.util.LinkedHashMap;
import java.util.Map;

/** Milliseconds of processor time by process. */
public record Usage(Map<String, Long> millis) {

    public Usage since(Usage before) {
        var used = new LinkedHashMap<String, Long>();
        millis.forEach((name, now) -> used.put(name, now - before.millis.getOrDefault(name, 0L)));
        return new Usage(used);
    }

    public long of(String process) {
        return millis.getOrDefault(process, 0L);
    }

    /** Of the whole system, without the tool that measures it. */
    public long system() {
        return millis.entrySet().stream()
                .filter(process -> !process.getKey().equals(Processes.TOOL))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
