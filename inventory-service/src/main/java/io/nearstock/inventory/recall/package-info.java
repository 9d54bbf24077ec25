/** Where a lot is, who got it, and how it is kept from being sold. */
@NullMarked
package io.nearstock.inventory.recall;

import org.jspecify.annotations.NullMarked;
