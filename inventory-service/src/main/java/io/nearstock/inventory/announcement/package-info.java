/** What other services hear of stock, holds and hubs. */
@NullMarked
package io.nearstock.inventory.announcement;

import org.jspecify.annotations.NullMarked;
