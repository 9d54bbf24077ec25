/** Customers say what they think of what was delivered to them; staff look at what is suspicious. */
@NullMarked
package io.nearstock.catalog.review;

import org.jspecify.annotations.NullMarked;
