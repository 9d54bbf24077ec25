package io.nearstock.local.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Where clients and where the node's own controller listen, on the loopback address only. */
record BrokerPorts(int clients, int controller) {

    String clientAddress() {
        return "127.0.0.1:" + clients;
    }

    String controllerAddress() {
        return "127.0.0.1:" + controller;
    }

    /** Keeps a given port; 0 becomes a port that is free now. */
    static BrokerPorts of(int clients, int controller) {
        try (var first = open(clients);
                var second = open(controller)) {
            return new BrokerPorts(first.getLocalPort(), second.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + clients + " or " + controller, e);
        }
    }

    private static ServerSocket open(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
