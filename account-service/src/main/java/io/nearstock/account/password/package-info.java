/** A forgotten password, and a changed one. */
@NullMarked
package io.nearstock.account.password;

import org.jspecify.annotations.NullMarked;
