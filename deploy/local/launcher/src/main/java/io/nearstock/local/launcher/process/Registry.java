package io.nearstock.local.launcher.process;

import io.nearstock.local.launcher.local.JsonFile;
import io.nearstock.local.launcher.part.Instance;
import io.nearstock.local.launcher.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Knows the processes of a stack by their pid files. A file whose process is gone counts for nothing. */
public final class Registry {

    private final Path folder;

    public Registry(Path folder) {
        this.folder = folder;
    }

    public void add(ProcessRecord started) {
        file(started.instance()).write(started);
    }

    public void remove(Instance instance) {
        file(instance).delete();
    }

    /** Those that live, in the order in which parts are started. */
    public List<ProcessRecord> running() {
        return all().stream()
                .filter(started -> handle(started).isPresent())
                .sorted(Comparator.comparing(ProcessRecord::part).thenComparingInt(ProcessRecord::number))
                .toList();
    }

    /** Those that were started and are gone though nobody stopped them. */
    public List<ProcessRecord> dead() {
        return all().stream().filter(started -> handle(started).isEmpty()).toList();
    }

    private List<ProcessRecord> all() {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .flatMap(file -> new JsonFile<>(file, ProcessRecord.class).read().stream())
                    .toList();
        } catch (IOException e) {
            throw new LauncherException("cannot read " + folder + ": " + e.getMessage(), e);
        }
    }

    public static Optional<ProcessHandle> handle(ProcessRecord started) {
        return handle(started.pid(), started.identity());
    }

    public static Optional<ProcessHandle> handle(WorkerRecord started) {
        return handle(started.pid(), started.identity());
    }

    /** The process itself, unless it is gone or its pid is a stranger's by now. */
    private static Optional<ProcessHandle> handle(long pid, Identity identity) {
        return ProcessHandle.of(pid).filter(process -> {
            var info = process.info();
            return process.isAlive() && identity.isOf(info.startInstant(), info.commandLine());
        });
    }

    private JsonFile<ProcessRecord> file(Instance instance) {
        return new JsonFile<>(folder.resolve(instance.name() + ".json"), ProcessRecord.class);
    }
}
