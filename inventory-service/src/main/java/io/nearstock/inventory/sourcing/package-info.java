/** Which hubs would send an order, for whoever wants to know before ordering. */
@NullMarked
package io.nearstock.inventory.sourcing;

import org.jspecify.annotations.NullMarked;
