/** How special days differ from the usual ones around them. */
@NullMarked
package io.nearstock.inventory.forecast.lift;

import org.jspecify.annotations.NullMarked;
