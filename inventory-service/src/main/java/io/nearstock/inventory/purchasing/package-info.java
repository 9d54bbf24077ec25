/** What we buy, from the draft to the last delivery. */
@NullMarked
package io.nearstock.inventory.purchasing;

import org.jspecify.annotations.NullMarked;
