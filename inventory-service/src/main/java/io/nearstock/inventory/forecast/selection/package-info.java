/** What the past says about the methods: rolling-origin back-tests, weights for each series, intervals. */
@NullMarked
package io.nearstock.inventory.forecast.selection;

import org.jspecify.annotations.NullMarked;
