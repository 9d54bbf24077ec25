package io.nearstock.local.demo;

import java.util.Map;
import java.util.Set;

/**
 * What the import job said at its end.
 *
 * @param refused how many rows were refused, by field and code
 */
record ImportedCatalogue(long processed, long failed, Map<String, Integer> refused, Set<String> refusedSkus) {}
