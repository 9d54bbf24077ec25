package io.nearstock.gateway.route;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param breakerCalls over how many calls of a service the circuit breaker looks
 * @param breakerMinimum how many calls it needs before it opens
 * @param breakerFailures percentage of calls that found nobody or took too long at which it opens
 * @param breakerPause how long it then lets nothing through
 * @param remembered how long the registry is not asked again which instances of a service there are
 * @param avoid how long an instance that took no connection is passed over while there are others
 */
@ConfigurationProperties("nearstock.gateway.route")
record RouteSettings(
        @DefaultValue("50") int breakerCalls,
        @DefaultValue("20") int breakerMinimum,
        @DefaultValue("50") float breakerFailures,
        @DefaultValue("2s") Duration breakerPause,
        @DefaultValue("1s") Duration remembered,
        @DefaultValue("5s") Duration avoid) {}
