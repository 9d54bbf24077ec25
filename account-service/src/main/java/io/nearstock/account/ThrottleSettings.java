package io.nearstock.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many failures cost nothing, how long one waits at most, and after which time without a failure all is forgotten.
 *
 * @param pair failures of one login from one address
 * @param login failures of one login from wherever
 * @param client failures from one address with whatever login
 * @param known how long an address from which somebody signed in is not slowed down by failures elsewhere
 */
@Validated
@ConfigurationProperties("nearstock.account.throttle")
record ThrottleSettings(
        Limit pair,
        Limit login,
        Limit client,
        @DefaultValue("30d") Duration known) {

    record Limit(
            @DefaultValue("5") int free,
            @DefaultValue("5m") Duration longest,
            @DefaultValue("1h") Duration memory) {

        private static final int DOUBLINGS = 20;

        /** One second after the free ones, then twice as long each time. */
        Duration waitAfter(long failures) {
            if (failures < free) {
                return Duration.ZERO;
            }
            var wait = Duration.ofSeconds(1L << Math.min(failures - free, DOUBLINGS));
            return wait.compareTo(longest) < 0 ? wait : longest;
        }
    }
}
