package io.nearstock.account.session;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param issuer the {@code iss} of the tokens
 * @param tokenLife of an access token; every service remembers a revocation that long
 * @param life of a session, however often it is refreshed
 * @param grace how long a refresh token that was just exchanged gets the same answer again
 */
@Validated
@ConfigurationProperties("nearstock.account.session")
record SessionSettings(
        @DefaultValue("http://nearstock") String issuer,
        @DefaultValue("5m") @DurationMin(seconds = 1) Duration tokenLife,
        @DefaultValue("30d") @DurationMin(seconds = 1) Duration life,
        @DefaultValue("10s") @DurationMin Duration grace) {}
