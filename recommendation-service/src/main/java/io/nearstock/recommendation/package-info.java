/** What fits: the baskets that were bought, the products that may be shown, and the memory between them. */
@NullMarked
package io.nearstock.recommendation;

import org.jspecify.annotations.NullMarked;
