package io.nearstock.gateway.edge;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param origins web origins whose scripts may call the API; {@code *} stands for all
 * @param strictTransport whether clients are told to come by TLS only; true wherever TLS ends in front of the gateway
 * @param headerTime how long a client may take to send the headers of a request
 * @param bodyPause how long a client may pause within a body
 */
@ConfigurationProperties("nearstock.gateway.edge")
record EdgeSettings(
        @DefaultValue List<String> origins,
        @DefaultValue("false") boolean strictTransport,
        @DefaultValue("10s") Duration headerTime,
        @DefaultValue("15s") Duration bodyPause) {}
