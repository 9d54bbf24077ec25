/** How staff promise to take something off the price for a time. */
@NullMarked
package io.nearstock.catalog.promotion;

import org.jspecify.annotations.NullMarked;
