package io.nearstock.chassis.web;

/**
 * The id that an {@link Idempotent} handler gives to what it creates; a retry after a crash receives the same one.
 *
 * @param resumed whether a request with this id began before, so that what it creates may be there
 */
public record ResourceId(String value, boolean resumed) {}
