package io.nearstock.chassis.security;

import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param accountUrl where account-service hands out keys and service tokens
 * @param jwksUri the public keys
 * @param clientSecret proves this service to account-service; empty where it calls nobody
 * @param issuer the {@code iss} of a valid token
 * @param audience the {@code aud} of a valid token
 * @param tokenLife how long a person's access token lives at most, so how long a revocation must be remembered
 * @param clockSkew by how much clocks of two machines may differ
 * @param keyLife after which the keys are fetched anew, whether or not all are known
 * @param keyPause the least time between two fetches of keys, so that forged key ids cause no storm
 * @param cachedTokens how many verified tokens are remembered
 */
@Validated
@ConfigurationProperties("nearstock.security")
record SecuritySettings(
        URI accountUrl,
        URI jwksUri,
        @DefaultValue("") String clientSecret,
        @DefaultValue("http://nearstock") String issuer,
        @DefaultValue("nearstock") String audience,
        @DefaultValue("5m") @DurationMin(seconds = 1) Duration tokenLife,
        @DefaultValue("10s") @DurationMin Duration clockSkew,
        @DefaultValue("5m") @DurationMin(seconds = 1) Duration keyLife,
        @DefaultValue("2s") @DurationMin Duration keyPause,
        @DefaultValue("20000") int cachedTokens) {}
