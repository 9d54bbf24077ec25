/** What the retailer sells: the model, its store, and one package for each thing that is done with it. */
@NullMarked
package io.nearstock.catalog;

import org.jspecify.annotations.NullMarked;
