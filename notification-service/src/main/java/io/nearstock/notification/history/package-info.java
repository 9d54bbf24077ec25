/** What was told to whom, and telling it again. */
@NullMarked
package io.nearstock.notification.history;

import org.jspecify.annotations.NullMarked;
