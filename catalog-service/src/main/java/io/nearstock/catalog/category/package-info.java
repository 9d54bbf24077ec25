/** How staff move categories, with the products in them. */
@NullMarked
package io.nearstock.catalog.category;

import org.jspecify.annotations.NullMarked;
