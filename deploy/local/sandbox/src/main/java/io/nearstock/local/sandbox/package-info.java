/** The outside world of the one-command stack. */
@NullMarked
package io.nearstock.local.sandbox;

import org.jspecify.annotations.NullMarked;
