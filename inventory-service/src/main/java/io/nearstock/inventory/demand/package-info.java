/** What people wanted, day by day: heard from orders and from levels, and told as patterns. */
@NullMarked
package io.nearstock.inventory.demand;

import org.jspecify.annotations.NullMarked;
