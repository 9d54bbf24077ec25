/** A payment provider with its own books, its own delays and its own failures. */
@NullMarked
package io.nearstock.local.sandbox.payment;

import org.jspecify.annotations.NullMarked;
