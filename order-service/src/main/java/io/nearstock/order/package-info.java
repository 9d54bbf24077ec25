/** An order from the basket that it came from to its end: the model, its store and ports, and one package for each step. */
@NullMarked
package io.nearstock.order;

import org.jspecify.annotations.NullMarked;
