package io.nearstock.local.database;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * How the server was asked to run: by arguments, else by environment variables.
 *
 * @param patience at how many bytes a journal is closed, and from how many on a compaction may be worth it
 */
record ServerOptions(int port, Path data, boolean fsync, long patience) {

    static final String USAGE = """
        usage: DatabaseServer [--port PORT] [--data DIRECTORY] [--fsync] [--journal-mb MEGABYTES]
        or by DATABASE_PORT (27017), DATABASE_DATA (.nearstock/database), DATABASE_FSYNC (false), DATABASE_JOURNAL_MB (64)\
        """;

    static ServerOptions of(List<String> arguments, Map<String, String> environment) {
        var port = environment.getOrDefault("DATABASE_PORT", "27017");
        var data = environment.getOrDefault("DATABASE_DATA", ".nearstock/database");
        var fsync = Boolean.parseBoolean(environment.getOrDefault("DATABASE_FSYNC", "false"));
        var journal = environment.getOrDefault("DATABASE_JOURNAL_MB", "64");
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            switch (rest.next()) {
                case "--port" -> port = value(rest);
                case "--data" -> data = value(rest);
                case "--fsync" -> fsync = true;
                case "--journal-mb" -> journal = value(rest);
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        return new ServerOptions(Integer.parseInt(port), Path.of(data), fsync, Long.parseLong(journal) << 20);
    }

    private static String value(Iterator<String> arguments) {
        if (!arguments.hasNext()) {
            throw new IllegalArgumentException(USAGE);
        }
        return arguments.next();
    }
}
