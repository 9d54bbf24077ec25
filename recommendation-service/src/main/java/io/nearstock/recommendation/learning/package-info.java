/** From a confirmed order to a basket that every instance remembers. */
@NullMarked
package io.nearstock.recommendation.learning;

import org.jspecify.annotations.NullMarked;
