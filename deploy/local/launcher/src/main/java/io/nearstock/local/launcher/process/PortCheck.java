package io.nearstock.local.launcher.process;

import io.nearstock.local.launcher.part.Instance;
import io.nearstock.local.launcher.part.Ports;
import io.nearstock.local.launcher.terminal.LauncherException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collection;

/** Looks before the start whether somebody else has taken a port: then the reason is plain, and nothing has started. */
public final class PortCheck {

    private PortCheck() {}

    public static void require(Ports ports, Collection<Instance> instances) {
        var taken = new ArrayList<String>();
        for (var instance : instances) {
            for (var port : ports.all(instance)) {
                if (!isFree(port)) {
                    taken.add("port " + port + " of " + instance.name() + " is in use by another program");
                }
            }
        }
        if (!taken.isEmpty()) {
            throw new LauncherException(String.join("\n", taken)
                    + "\nNEARSTOCK_PORT_OFFSET=100 ./nearstock up would move every port by 100");
        }
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
