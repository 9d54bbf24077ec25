/** Accounts that are given, not taken: staff, suppliers, movers, and the first administrator. */
@NullMarked
package io.nearstock.account.administration;

import org.jspecify.annotations.NullMarked;
