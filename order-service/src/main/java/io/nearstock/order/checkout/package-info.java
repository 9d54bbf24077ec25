/** The step from a basket to an offer: priced, planned, and held for a while. */
@NullMarked
package io.nearstock.order.checkout;

import org.jspecify.annotations.NullMarked;
