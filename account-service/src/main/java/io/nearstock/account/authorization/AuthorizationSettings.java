package io.nearstock.account.authorization;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param publicUrl under which programs outside reach the OAuth endpoints
 * @param issuer the {@code iss} of the tokens
 * @param services the secret of each service; one without a secret is no client
 * @param serviceTokenLife of a service's token; half of it is what services bear of an outage here
 * @param partnerTokenLife of a partner's token
 * @param keyRetention how long a key is published after its successor came; longer than any token lives
 */
@Validated
@ConfigurationProperties("nearstock.account.authorization")
record AuthorizationSettings(
        URI publicUrl,
        @DefaultValue("http://nearstock") String issuer,
        Map<String, String> services,
        @DefaultValue("1h") @DurationMin(seconds = 1) Duration serviceTokenLife,
        @DefaultValue("5m") @DurationMin(seconds = 1) Duration partnerTokenLife,
        @DefaultValue("2h") @DurationMin Duration keyRetention) {}
