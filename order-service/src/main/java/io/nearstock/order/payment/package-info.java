/** How an order is paid: the provider, its callbacks, another card, the balance. */
@NullMarked
package io.nearstock.order.payment;

import org.jspecify.annotations.NullMarked;
