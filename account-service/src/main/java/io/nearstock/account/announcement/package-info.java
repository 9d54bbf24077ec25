/** What other services hear of accounts, sessions and partner clients. */
@NullMarked
package io.nearstock.account.announcement;

import org.jspecify.annotations.NullMarked;
