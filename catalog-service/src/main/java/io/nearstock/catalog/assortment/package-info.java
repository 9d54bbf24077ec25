/** How staff change single products and everybody reads them. */
@NullMarked
package io.nearstock.catalog.assortment;

import org.jspecify.annotations.NullMarked;
