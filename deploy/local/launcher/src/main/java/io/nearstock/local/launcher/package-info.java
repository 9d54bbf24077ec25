/** Starts, watches and stops the one-command stack. */
@NullMarked
package io.nearstock.local.launcher;

import org.jspecify.annotations.NullMarked;
