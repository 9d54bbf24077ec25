/** What suppliers do themselves: with their own orders and offers only. */
@NullMarked
package io.nearstock.inventory.partner;

import org.jspecify.annotations.NullMarked;
