/** Signing in, staying signed in, signing out. */
@NullMarked
package io.nearstock.account.session;

import org.jspecify.annotations.NullMarked;
