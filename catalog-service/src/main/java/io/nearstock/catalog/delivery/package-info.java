/** Learns what has reached whom. */
@NullMarked
package io.nearstock.catalog.delivery;

import org.jspecify.annotations.NullMarked;
