/** The steps from a confirmed order to a delivered one. */
@NullMarked
package io.nearstock.order.shipment;

import org.jspecify.annotations.NullMarked;
