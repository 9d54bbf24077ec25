package io.nearstock.chassis.web;

/** The id that an {@link Idempotent} handler gives to what it creates; a retry after a crash receives the same one. */
public record ResourceId(String value) {}
