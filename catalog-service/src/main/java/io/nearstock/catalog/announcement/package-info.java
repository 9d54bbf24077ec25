/** What other services hear of a product. */
@NullMarked
package io.nearstock.catalog.announcement;

import org.jspecify.annotations.NullMarked;
