/** One model for all series: gradient-boosted trees over their past, the calendar and prices. */
@NullMarked
package io.nearstock.inventory.forecast.boosting;

import org.jspecify.annotations.NullMarked;
