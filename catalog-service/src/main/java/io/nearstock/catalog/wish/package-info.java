/** What customers would like to have, and hear of when it becomes cheaper. */
@NullMarked
package io.nearstock.catalog.wish;

import org.jspecify.annotations.NullMarked;
