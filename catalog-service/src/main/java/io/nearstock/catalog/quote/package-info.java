/** What a basket costs. */
@NullMarked
package io.nearstock.catalog.quote;

import org.jspecify.annotations.NullMarked;
