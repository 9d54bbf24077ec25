package io.nearstock.inventory;

import java.util.List;

/**
 * What a hold was asked for.
 *
 * @param reference what it is for, as the caller named it
 */
public record Demand(String reference, List<Line> lines, Position destination) {}
