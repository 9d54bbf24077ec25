/** Stock kept for a checkout or an order, until it leaves or goes back. */
@NullMarked
package io.nearstock.inventory.holding;

import org.jspecify.annotations.NullMarked;
