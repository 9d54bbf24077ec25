package io.nearstock.gateway.token;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keys where account-service publishes the keys that it signs with
 * @param issuer what a token must name as its issuer
 * @param audience what a token must name as its audience
 * @param clockSkew how far our clock may differ from account-service's
 * @param lifetime how long a token lives at most; a revocation is forgotten when this has passed twice
 * @param remembered how many verified tokens are remembered
 */
@ConfigurationProperties("nearstock.gateway.token")
record TokenSettings(
        URI keys,
        @DefaultValue("http://nearstock") String issuer,
        @DefaultValue("nearstock") String audience,
        @DefaultValue("5s") Duration clockSkew,
        @DefaultValue("5m") Duration lifetime,
        @DefaultValue("100000") int remembered) {}
