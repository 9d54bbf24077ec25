/** Stock that goes from one hub to another. */
@NullMarked
package io.nearstock.inventory.transfer;

import org.jspecify.annotations.NullMarked;
