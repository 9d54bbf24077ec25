package io.nearstock.acceptance.chaos.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network between a service and its neighbour that can fail. One address stands for all instances, as a cluster's
 * service address does; each connection goes to the next instance that accepts it.
 */
public final class FaultProxy implements AutoCloseable {

    /** What happens to whatever passes. */
    public enum Weather {
        FAIR,
        /** No connection lives, and none comes about. */
        CUT,
        /** Each piece of an answer comes late. */
        SLOW,
        /** Requests arrive, answers do not. */
        DEAF
    }

    private static final Duration LATE = Duration.ofMillis(400);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Integer> instances;
    private final ServerSocket server;
    private volatile Weather weather = Weather.FAIR;

    private FaultProxy(ServerSocket server, List<Integer> instances) {
        this.server = server;
        this.instances = instances;
        threads.execute(this::accept);
    }

    /**
     * On the loopback address only.
     *
     * @param port 0 for any that is free
     * @param instances the ports of the instances
     */
    public static FaultProxy listen(int port, List<Integer> instances) {
        try {
            return new FaultProxy(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), List.copyOf(instances));
        } catch (IOException taken) {
            throw new UncheckedIOException("cannot listen on port " + port, taken);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    public void turn(Weather next) {
        weather = next;
        if (next == Weather.CUT) {
            open.forEach(FaultProxy::close);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                threads.execute(() -> connect(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        if (weather == Weather.CUT) {
            close(client);
            return;
        }
        for (var _ : instances) {
            var port = instances.get(Math.floorMod(turn.getAndIncrement(), instances.size()));
            var instance = new Socket();
            try {
                instance.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 300);
                join(client, instance);
                return;
            } catch (IOException _) {
                close(instance);
            }
        }
        close(client);
    }

    private void join(Socket client, Socket instance) {
        open.add(client);
        open.add(instance);
        threads.execute(() -> pump(client, instance, false));
        threads.execute(() -> pump(instance, client, true));
    }

    private void pump(Socket from, Socket to, boolean answers) {
        var piece = new byte[16 * 1024];
        try {
            for (int read = from.getInputStream().read(piece);
                    read >= 0;
                    read = from.getInputStream().read(piece)) {
                if (answers && weather == Weather.SLOW) {
                    Thread.sleep(LATE);
                }
                if (!answers || weather != Weather.DEAF) {
                    to.getOutputStream().write(piece, 0, read);
                }
            }
        } catch (IOException | InterruptedException _) {
            // either side is gone, and so is the connection
        } finally {
            open.removeAll(List.of(from, to));
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // gone is gone
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException _) {
            // gone is gone
        }
        open.forEach(FaultProxy::close);
        threads.shutdownNow();
    }
}
