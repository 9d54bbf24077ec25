/** From changed rows to the ledger, and from the ledger back to the balances. */
@NullMarked
package io.nearstock.inventory.ledger;

import org.jspecify.annotations.NullMarked;
