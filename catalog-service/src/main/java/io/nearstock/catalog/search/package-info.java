/** How shoppers find products: an index in each instance that follows the database. */
@NullMarked
package io.nearstock.catalog.search;

import org.jspecify.annotations.NullMarked;
