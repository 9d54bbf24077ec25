/** From a built jar to a command that starts quickly. */
@NullMarked
package io.nearstock.local.launcher.app;

import org.jspecify.annotations.NullMarked;
