package io.nearstock.chassis.security;

import static feign.Request.HttpMethod.DELETE;
import static feign.Request.HttpMethod.GET;
import static feign.Request.HttpMethod.HEAD;
import static feign.Request.HttpMethod.PUT;

import feign.Capability;
import feign.Client;
import feign.Request;
import feign.Request.HttpMethod;
import feign.Request.Options;
import feign.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.util.EnumSet;
import java.util.Set;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;

/**
 * Asks once more where no connection came about: nothing was sent, and the load balancer's next instance may live. What may
 * be repeated is asked once more where the connection ended without a word, too. Public because Feign calls it by reflection.
 */
public final class SecondTry implements Capability {

    private static final Set<HttpMethod> REPEATABLE = EnumSet.of(GET, HEAD, PUT, DELETE);

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
        } catch (NoHttpResponseException silence) {
            if (REPEATABLE.contains(request.httpMethod())) {
                return client.execute(request, options);
            }
            throw silence;
        }
    }
}
