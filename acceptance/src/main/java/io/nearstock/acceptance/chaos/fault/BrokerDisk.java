package io.nearstock.acceptance.chaos.fault;

import io.nearstock.acceptance.chaos.fault.Fault.Promise;
import io.nearstock.acceptance.stack.Processes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A small disk of its own for the broker's data, so that it can be filled without harm to the machine. */
public final class BrokerDisk implements AutoCloseable {

    private static final long SIZE = 768L << 20;

    private final Path mount;

    private BrokerDisk(Path mount) {
        this.mount = mount;
    }

    /** Empty, with a reason printed, where this machine does not let us mount one. */
    public static Optional<BrokerDisk> below(Path home) {
        var image = home.resolve("broker-disk.img");
        var mount = home.resolve("data").resolve("broker");
        try {
            Files.createDirectories(mount);
            try (var file = new RandomAccessFile(image.toFile(), "rw")) {
                file.setLength(SIZE);
            }
            Processes.run(List.of("mkfs.ext4", "-q", "-F", "-m", "0", image.toString()));
            Processes.run(List.of("mount", "-o", "loop", image.toString(), mount.toString()));
            Files.deleteIfExists(mount.resolve("lost+found"));
            return Optional.of(new BrokerDisk(mount));
        } catch (IOException | UncheckedIOException | IllegalStateException refused) {
            System.out.println("left out: the broker's disk full (no small disk here: " + refused.getMessage() + ")");
            return Optional.empty();
        }
    }

    public Fault full(Processes processes) {
        return new Fault("disk of the broker full", Promise.AFTER_RETRIES, Duration.ofSeconds(8), this::fill, () -> {
            empty();
            processes.kill(List.of("broker"));
            processes.start(List.of("broker"));
        });
    }

    private Path ballast() {
        return mount.resolveSibling("broker").resolve("ballast");
    }

    private void fill() {
        var megabyte = new byte[1 << 20];
        try (var file = Files.newOutputStream(ballast())) {
            while (true) {
                file.write(megabyte);
            }
        } catch (IOException full) {
            System.out.println("the broker's disk: " + full.getMessage());
        }
    }

    private void empty() {
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        Processes.run(List.of("umount", mount.toString()));
    }
}
