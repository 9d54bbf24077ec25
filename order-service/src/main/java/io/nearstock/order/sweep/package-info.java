/** What finishes the orders that a crash, a lost answer or the passing of time left unfinished. */
@NullMarked
package io.nearstock.order.sweep;

import org.jspecify.annotations.NullMarked;
