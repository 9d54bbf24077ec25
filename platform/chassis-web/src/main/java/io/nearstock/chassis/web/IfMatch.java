package io.nearstock.chassis.web;

/**
 * The version that the client has seen, from {@code If-Match}; as a handler parameter it makes the header a must (428).
 * A tag that is not ours is version -1, which no resource has.
 */
public record IfMatch(long version) {}
