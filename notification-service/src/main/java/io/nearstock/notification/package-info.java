/** What is told to people: a notification, how far it has come, and where it is kept. */
@NullMarked
package io.nearstock.notification;

import org.jspecify.annotations.NullMarked;
