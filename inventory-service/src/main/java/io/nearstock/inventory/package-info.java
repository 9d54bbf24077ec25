/** What is where: hubs, the stock that stands in them, the holds upon it, and the ledger of all that moved. */
@NullMarked
package io.nearstock.inventory;

import org.jspecify.annotations.NullMarked;
