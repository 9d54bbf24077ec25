/** Learns what has reached whom, and counts what is popular. */
@NullMarked
package io.nearstock.catalog.delivery;

import org.jspecify.annotations.NullMarked;
