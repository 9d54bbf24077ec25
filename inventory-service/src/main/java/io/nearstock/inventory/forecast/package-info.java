/** What will be sold: series, what is known of the days to come, and forecasts with intervals. Pure: no framework here. */
@NullMarked
package io.nearstock.inventory.forecast;

import org.jspecify.annotations.NullMarked;
