/** The places that stock is sold from. */
@NullMarked
package io.nearstock.inventory.hub;

import org.jspecify.annotations.NullMarked;
