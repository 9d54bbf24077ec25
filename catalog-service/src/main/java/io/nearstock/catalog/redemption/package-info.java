/** What becomes of uses that a quote has taken: an order claims them, or they go back. */
@NullMarked
package io.nearstock.catalog.redemption;

import org.jspecify.annotations.NullMarked;
