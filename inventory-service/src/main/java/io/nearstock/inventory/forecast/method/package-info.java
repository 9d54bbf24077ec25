/** Methods that look at one series alone. */
@NullMarked
package io.nearstock.inventory.forecast.method;

import org.jspecify.annotations.NullMarked;
