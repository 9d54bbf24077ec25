/** The step from a waiting notification to a mail that the mail server has taken. */
@NullMarked
package io.nearstock.notification.delivery;

import org.jspecify.annotations.NullMarked;
