package io.nearstock.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Asks the Docker engine for a sign of life, so that a machine without one is known within two seconds and without the
 * stack traces with which Testcontainers reports that it found none.
 */
final class DockerEngine {

    private static final boolean ANSWERS = ask();
    private static final byte[] PING =
            "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private DockerEngine() {}

    static boolean answers() {
        return ANSWERS;
    }

    private static boolean ask() {
        var host = System.getenv("DOCKER_HOST");
        return host == null ? sockets().anyMatch(DockerEngine::answersAt) : answersAt(URI.create(host));
    }

    private static boolean answersAt(URI host) {
        return "unix".equals(host.getScheme()) ? answersAt(Path.of(host.getPath())) : listensAt(host);
    }

    private static Stream<Path> sockets() {
        var runtime = Stream.ofNullable(System.getenv("XDG_RUNTIME_DIR")).map(dir -> Path.of(dir, "docker.sock"));
        var home = Path.of(System.getProperty("user.home"));
        var usual = Stream.of(
                Path.of("/var/run/docker.sock"),
                home.resolve(".docker/run/docker.sock"),
                home.resolve(".docker/desktop/docker.sock"));
        return Stream.concat(usual, runtime);
    }

    private static boolean answersAt(Path socket) {
        return Files.exists(socket)
                && CompletableFuture.supplyAsync(() -> pings(socket))
                        .completeOnTimeout(false, 2, TimeUnit.SECONDS)
                        .join();
    }

    private static boolean pings(Path socket) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap(PING));
            var status = ByteBuffer.allocate("HTTP/1.0 200".length());
            while (status.hasRemaining() && channel.read(status) >= 0) {}
            return new String(status.array(), StandardCharsets.US_ASCII).endsWith(" 200");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean listensAt(URI host) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host.getHost(), host.getPort()), 2000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
