/** Stock that arrives, and balances that a person sets right. */
@NullMarked
package io.nearstock.inventory.posting;

import org.jspecify.annotations.NullMarked;
