package io.nearstock.local.database;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** How the server was asked to run: by arguments, else by environment variables. */
record ServerOptions(int port, Path data, boolean fsync) {

    static final String USAGE = """
        usage: DatabaseServer [--port PORT] [--data DIRECTORY] [--fsync]
        or by DATABASE_PORT (27017), DATABASE_DATA (.nearstock/database), DATABASE_FSYNC (false)\
        """;

    static ServerOptions of(List<String> arguments, Map<String, String> environment) {
        var port = environment.getOrDefault("DATABASE_PORT", "27017");
        var data = environment.getOrDefault("DATABASE_DATA", ".nearstock/database");
        var fsync = Boolean.parseBoolean(environment.getOrDefault("DATABASE_FSYNC", "false"));
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            switch (rest.next()) {
                case "--port" -> port = value(rest);
                case "--data" -> data = value(rest);
                case "--fsync" -> fsync = true;
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        return new ServerOptions(Integer.parseInt(port), Path.of(data), fsync);
    }

    private static String value(Iterator<String> arguments) {
        if (!arguments.hasNext()) {
            throw new IllegalArgumentException(USAGE);
        }
        return arguments.next();
    }
}
