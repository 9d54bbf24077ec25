/** Processes that outlive the launcher and are found again by it. */
@NullMarked
package io.nearstock.local.launcher.process;

import org.jspecify.annotations.NullMarked;
