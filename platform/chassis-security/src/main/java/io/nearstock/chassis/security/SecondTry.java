package io.nearstock.chassis.security;

import feign.Capability;
import feign.Client;
import feign.Request;
import feign.Request.Options;
import feign.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/**
 * Asks once more where no connection came about: nothing was sent, and the load balancer's next instance may live.
 * Public because Feign calls it by reflection.
 */
public final class SecondTry implements Capability {

    SecondTry() {}

    @Override
    public Client enrich(Client client) {
        return (request, options) -> execute(client, request, options);
    }

    private static Response execute(Client client, Request request, Options options) throws IOException {
        try {
            return client.execute(request, options);
        } catch (ConnectException | NoRouteToHostException | ConnectTimeoutException _) {
            return client.execute(request, options);
        }
    }
}
