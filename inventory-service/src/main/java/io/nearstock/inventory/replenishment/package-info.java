/** What to buy, when and how much: proposals from forecasts, which people approve or dismiss. */
@NullMarked
package io.nearstock.inventory.replenishment;

import org.jspecify.annotations.NullMarked;
