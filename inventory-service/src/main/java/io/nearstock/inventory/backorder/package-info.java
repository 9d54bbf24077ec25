/** Selling what has not come yet: how much of it, and who waits. */
@NullMarked
package io.nearstock.inventory.backorder;

import org.jspecify.annotations.NullMarked;
