package io.nearstock.acceptance.chaos.client;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** What was wanted, written down before it was asked for, and every answer to it. Survives whoever writes it. */
public final class Journal implements AutoCloseable {

    /** An intent and what was answered to it, in the order in which the answers came. */
    public record Entry(Intent intent, List<Outcome> outcomes) {

        public Outcome last() {
            return outcomes.isEmpty() ? Outcome.LOST : outcomes.getLast();
        }

        public boolean isKnown() {
            return outcomes.stream().anyMatch(Outcome::isKnown);
        }
    }

    private final JsonMapper json = new JsonMapper();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final BufferedWriter file;

    private Journal(BufferedWriter file) {
        this.file = file;
    }

    public static Journal at(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            return new Journal(Files.newBufferedWriter(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    synchronized void intend(Intent intent) {
        if (entries.putIfAbsent(intent.key(), new Entry(intent, new ArrayList<>())) == null) {
            write(Map.of("at", Instant.now().toString(), "intent", intent));
        }
    }

    synchronized void answered(Intent intent, Outcome outcome) {
        Objects.requireNonNull(entries.get(intent.key())).outcomes().add(outcome);
        write(Map.of("at", Instant.now().toString(), "key", intent.key(), "outcome", outcome));
    }

    /** As it stands now. */
    public synchronized List<Entry> entries() {
        return entries.values().stream()
                .map(entry -> new Entry(entry.intent(), List.copyOf(entry.outcomes())))
                .toList();
    }

    public List<Entry> unknown() {
        return entries().stream()
                .filter(entry -> entry.intent().isCommand() && !entry.isKnown())
                .toList();
    }

    private void write(Map<String, ?> line) {
        try {
            file.write(json.writeValueAsString(line));
            file.newLine();
            file.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
