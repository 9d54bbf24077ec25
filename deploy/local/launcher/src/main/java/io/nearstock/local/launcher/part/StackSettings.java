package io.nearstock.local.launcher.part;

import io.nearstock.local.launcher.terminal.LauncherException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a stack was asked to run; kept on disk, so that a later command means the same stack.
 *
 * @param portOffset added to every port
 * @param mongodbUri a database to use instead of the stand-in
 * @param kafkaBootstrapServers a broker to use instead of the local one
 * @param smtpUrl a mail server to use instead of the sandbox
 * @param paymentUrl a payment provider to use instead of the sandbox
 * @param jvmFlags added to the flags of every Java process
 */
public record StackSettings(
        int portOffset,
        @Nullable String mongodbUri,
        @Nullable String kafkaBootstrapServers,
        @Nullable String smtpUrl,
        @Nullable String paymentUrl,
        String jvmFlags) {

    public static StackSettings of(Map<String, String> environment) {
        return new StackSettings(
                offset(environment.getOrDefault("NEARSTOCK_PORT_OFFSET", "0")),
                environment.get("MONGODB_URI"),
                environment.get("KAFKA_BOOTSTRAP_SERVERS"),
                environment.get("SMTP_URL"),
                environment.get("PAYMENT_URL"),
                environment.getOrDefault("NEARSTOCK_JVM_FLAGS", ""));
    }

    private static int offset(String text) {
        try {
            var offset = Integer.parseInt(text);
            if (offset >= 0 && offset <= 30_000) {
                return offset;
            }
        } catch (NumberFormatException e) {
            throw new LauncherException("NEARSTOCK_PORT_OFFSET must be a number, not \"" + text + "\"", e);
        }
        throw new LauncherException("NEARSTOCK_PORT_OFFSET must be between 0 and 30000");
    }

    public Ports ports() {
        return new Ports(portOffset);
    }

    /** Whether this machine runs the part itself. */
    public boolean isLocal(Part part) {
        return switch (part) {
            case DATABASE -> mongodbUri == null;
            case BROKER -> kafkaBootstrapServers == null;
            case SANDBOX -> smtpUrl == null || paymentUrl == null;
            case DISCOVERY, ACCOUNT, CATALOG, INVENTORY, ORDER, RECOMMENDATION, NOTIFICATION, GATEWAY -> true;
        };
    }
}
