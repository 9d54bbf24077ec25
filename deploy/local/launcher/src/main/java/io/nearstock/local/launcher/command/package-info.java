/** What the person at the terminal can ask for. */
@NullMarked
package io.nearstock.local.launcher.command;

import org.jspecify.annotations.NullMarked;
