package io.nearstock.chassis.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Switches a protection off, by {@code nearstock.sabotage.<name>=true}, to see that an audit without it turns red. For
 * tests alone: each start says so loudly, and a production profile refuses to start.
 */
public final class Sabotage {

    private static final Logger LOG = LoggerFactory.getLogger(Sabotage.class);

    private Sabotage() {}

    /** Whether this protection is off; it is on unless somebody says otherwise. */
    public static boolean of(Environment environment, String name) {
        if (!environment.getProperty("nearstock.sabotage." + name, Boolean.class, false)) {
            return false;
        }
        if (environment.acceptsProfiles(Profiles.of("kubernetes"))) {
            throw new IllegalStateException("nearstock.sabotage." + name + " is for tests only");
        }
        LOG.error("SABOTAGE: {} is off, as a test asked for; never let this process serve anybody", name);
        return true;
    }
}
