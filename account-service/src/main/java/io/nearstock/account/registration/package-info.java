/** From a stranger to an account with an email that is known to be theirs. */
@NullMarked
package io.nearstock.account.registration;

import org.jspecify.annotations.NullMarked;
