package io.nearstock.local.launcher.app;

import io.nearstock.local.launcher.part.Instance;
import io.nearstock.local.launcher.part.Part;
import io.nearstock.local.launcher.part.Ports;
import io.nearstock.local.launcher.process.Executable;
import io.nearstock.local.launcher.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How each part is started. */
public record PartCommand(Path root, Path data, Ports ports, JavaCommand java) {

    public List<String> of(Instance instance) {
        return switch (instance.part()) {
            case DATABASE ->
                Executable.find("mongod")
                        .map(mongod -> mongod(mongod, instance))
                        .orElseGet(() -> java(instance, "--port", port(instance), "--data", folder("database")));
            case BROKER -> java(instance, folder("broker"), port(instance), String.valueOf(ports.controller()));
            case DISCOVERY, SANDBOX, ACCOUNT, CATALOG, INVENTORY, ORDER, RECOMMENDATION, NOTIFICATION, GATEWAY ->
                java(instance);
        };
    }

    private List<String> java(Instance instance, String... arguments) {
        var part = instance.part();
        return java.run(new Unpacker(root).unpack(built(part)), part.heapMegabytes(), List.of(arguments));
    }

    /** The real one is preferred to the stand-in; their data are not the same and lie apart. */
    private List<String> mongod(Path program, Instance instance) {
        var folder = folder("mongod");
        create(Path.of(folder));
        return List.of(
                program.toString(), "--dbpath", folder, "--port", port(instance), "--bind_ip", "127.0.0.1", "--quiet");
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new LauncherException("cannot create " + folder + ": " + e.getMessage(), e);
        }
    }

    private BuiltJar built(Part part) {
        return BuiltJar.of(root, part)
                .orElseThrow(
                        () -> new LauncherException(part.partName() + " is not built: no jar in " + part.module()));
    }

    private String port(Instance instance) {
        return String.valueOf(ports.of(instance));
    }

    private String folder(String name) {
        return data.resolve(name).toString();
    }
}
