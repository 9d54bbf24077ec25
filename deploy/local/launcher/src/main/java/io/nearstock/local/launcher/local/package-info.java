/** What the launcher keeps on disk. */
@NullMarked
package io.nearstock.local.launcher.local;

import org.jspecify.annotations.NullMarked;
