package io.nearstock.local.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** The database in a process of its own. Says one line when it is ready; SIGTERM stops it cleanly. */
public final class DatabaseServer {

    private DatabaseServer() {}

    public static void main(String[] arguments) {
        quietLogging();
        try {
            run(ServerOptions.of(List.of(arguments), System.getenv()));
        } catch (IllegalArgumentException e) {
            fail(e.getMessage() == null ? ServerOptions.USAGE : e.getMessage());
        } catch (UncheckedIOException e) {
            fail("the database cannot start: " + e.getMessage());
        }
    }

    private static void run(ServerOptions options) {
        requireFree(options.port());
        var database = EmbeddedDatabase.open(
                options.data(), options.port(), options.fsync(), options.patience(), DatabaseServer::giveUp);
        Runtime.getRuntime().addShutdownHook(new Thread(database::close, "shutdown"));
        System.out.println("database ready at " + database.connectionString());
    }

    /** Before the data is read, so that the answer comes at once. */
    private static void requireFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assert socket.isBound();
        } catch (BindException e) {
            throw new UncheckedIOException("port " + port + " is in use", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A write that is not stored must not be acknowledged, and what is in memory is now ahead of what is stored. */
    private static void giveUp(IOException cause) {
        System.err.println("the database stops, because it cannot write its journal: " + cause.getMessage());
        Runtime.getRuntime().halt(3);
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }

    /** Named here and not found as logback.xml, so that whoever embeds the database keeps his own logging. */
    private static void quietLogging() {
        var file = "io/nearstock/local/database/database-logback.xml";
        System.setProperty("logback.configurationFile", System.getProperty("logback.configurationFile", file));
    }
}
