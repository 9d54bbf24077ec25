package io.nearstock.account.administration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param adminPassword of the user {@code admin} that a first start makes; empty: it makes none */
@ConfigurationProperties("nearstock.account.bootstrap")
record BootstrapSettings(@DefaultValue("") String adminPassword) {}
