/** A real Kafka broker, small enough for a laptop and for a test. */
@NullMarked
package io.nearstock.local.broker;

import org.jspecify.annotations.NullMarked;
