/** The same forecasts on anybody's file, scored where the file knows what came. */
@NullMarked
package io.nearstock.inventory.forecast.evaluation;

import org.jspecify.annotations.NullMarked;
