/** The step from an event to a notification that waits to be sent. */
@NullMarked
package io.nearstock.notification.recording;

import org.jspecify.annotations.NullMarked;
