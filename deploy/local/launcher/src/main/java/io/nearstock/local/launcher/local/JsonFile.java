package io.nearstock.local.launcher.local;

import io.nearstock.local.launcher.terminal.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One value in one private file. */
public final class JsonFile<T> {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path path;
    private final Class<T> type;

    public JsonFile(Path path, Class<T> type) {
        this.path = path;
        this.type = type;
    }

    public Optional<T> read() {
        if (Files.notExists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(path, type));
        } catch (JacksonException e) {
            throw new LauncherException(path + " is damaged; ./nearstock reset begins anew", e);
        }
    }

    public void write(T value) {
        PrivateFile.write(path, JSON.writeValueAsString(value) + "\n");
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new LauncherException("cannot delete " + path + ": " + e.getMessage(), e);
        }
    }
}
