/** What is there for a shopper near a place. */
@NullMarked
package io.nearstock.inventory.availability;

import org.jspecify.annotations.NullMarked;
