/** From a product, a category or nothing at all to what fits. */
@NullMarked
package io.nearstock.recommendation.recommending;

import org.jspecify.annotations.NullMarked;
