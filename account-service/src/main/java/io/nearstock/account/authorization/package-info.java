/** Keys, and the OAuth endpoints by which programs get their tokens. */
@NullMarked
package io.nearstock.account.authorization;

import org.jspecify.annotations.NullMarked;
