package io.nearstock.local.launcher.process;

import io.nearstock.local.launcher.part.Part;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Whether a process can serve now. */
public final class Readiness {

    private static final int PATIENCE = 2500;

    private Readiness() {}

    public static boolean of(Part part, int port) {
        return switch (part.kind()) {
            case STAND_IN -> accepts(port);
            case INFRASTRUCTURE, SERVICE, GATEWAY -> isUp(port);
        };
    }

    public static boolean accepts(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isUp(int port) {
        try {
            var url = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness")
                    .toURL();
            var connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(PATIENCE);
            connection.setReadTimeout(PATIENCE);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException _) {
            return false;
        }
    }
}
