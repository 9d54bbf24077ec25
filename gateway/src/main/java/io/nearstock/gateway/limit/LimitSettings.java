package io.nearstock.gateway.limit;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param window the time in which a client may use up its requests; they come back evenly
 * @param client requests per window of one signed-in client
 * @param anonymous requests per window of all who come without a token from one address
 * @param signIn requests per window from one address that sign in or up, with or without a token
 * @param clients how many clients are remembered at once
 * @param body the largest body that is passed on
 */
@ConfigurationProperties("nearstock.gateway.limit")
record LimitSettings(
        @DefaultValue("1m") Duration window,
        @DefaultValue("6000") int client,
        @DefaultValue("12000") int anonymous,
        @DefaultValue("600") int signIn,
        @DefaultValue("100000") int clients,
        @DefaultValue("1MB") DataSize body,
        @DefaultValue({"/api/sessions", "/api/accounts"}) List<String> signInPaths) {}
