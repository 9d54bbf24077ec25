package io.nearstock.chassis.security;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/** Closes a service by being on its class path. */
@AutoConfiguration
public class SecurityChassisAutoConfiguration {}
