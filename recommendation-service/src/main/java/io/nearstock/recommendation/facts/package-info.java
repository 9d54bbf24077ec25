/** What catalogue and stock tell, kept so that nothing is recommended that cannot be had. */
@NullMarked
package io.nearstock.recommendation.facts;

import org.jspecify.annotations.NullMarked;
