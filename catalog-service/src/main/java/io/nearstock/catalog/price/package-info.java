/** What products cost whom, when and from how many on, and what they cost before. */
@NullMarked
package io.nearstock.catalog.price;

import org.jspecify.annotations.NullMarked;
