/** What the person at the terminal sees. */
@NullMarked
package io.nearstock.local.launcher.terminal;

import org.jspecify.annotations.NullMarked;
