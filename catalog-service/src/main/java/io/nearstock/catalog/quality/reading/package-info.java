/** What a review says about its stars, by a model that was trained on reviews with stars. */
@NullMarked
package io.nearstock.catalog.quality.reading;

import org.jspecify.annotations.NullMarked;
