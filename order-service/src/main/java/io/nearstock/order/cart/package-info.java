/** What a customer means to buy. */
@NullMarked
package io.nearstock.order.cart;

import org.jspecify.annotations.NullMarked;
