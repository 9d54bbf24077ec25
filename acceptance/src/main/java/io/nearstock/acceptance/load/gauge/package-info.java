/** Latency, processor time and memory. */
@NullMarked
package io.nearstock.acceptance.load.gauge;

import org.jspecify.annotations.NullMarked;
