/** How services tell each other what happened: messages leave by an outbox and arrive by subscriptions. */
@NullMarked
package io.nearstock.chassis.messaging;

import org.jspecify.annotations.NullMarked;
