/** Customers who wait until a product is there again. */
@NullMarked
package io.nearstock.inventory.waitlist;

import org.jspecify.annotations.NullMarked;
