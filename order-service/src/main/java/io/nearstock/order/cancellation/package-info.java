/** The way back, as long as nothing has left a hub. */
@NullMarked
package io.nearstock.order.cancellation;

import org.jspecify.annotations.NullMarked;
