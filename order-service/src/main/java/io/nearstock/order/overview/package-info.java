/** What a customer, or staff, sees of orders: the purchase history, an order, its events. */
@NullMarked
package io.nearstock.order.overview;

import org.jspecify.annotations.NullMarked;
