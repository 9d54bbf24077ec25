package io.nearstock.chassis.security;

import feign.Client;
import feign.Request;
import feign.Request.Options;
import feign.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** Asks once more where no connection came about: nothing was sent, and the load balancer's next instance may live. */
final class SecondTry implements Client {

    private final Client client;

    SecondTry(Client client) {
        this.client = client;
    }

    @Override
    public Response execute(Request request, Options options) throws IOException {
        try {
            return client.execute(request, options);
        } catch (ConnectException | NoRouteToHostException | ConnectTimeoutException _) {
            return client.execute(request, options);
        }
    }
}
