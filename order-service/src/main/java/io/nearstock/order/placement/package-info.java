/** The step from an offer to a placed order whose first payment was tried. */
@NullMarked
package io.nearstock.order.placement;

import org.jspecify.annotations.NullMarked;
