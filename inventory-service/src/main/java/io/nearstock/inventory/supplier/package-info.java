/** Who sells to us, what for, and how good they are at it. */
@NullMarked
package io.nearstock.inventory.supplier;

import org.jspecify.annotations.NullMarked;
