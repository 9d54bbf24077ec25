/** What a text means, as a vector: texts that mean the same lie near each other. */
@NullMarked
package io.nearstock.catalog.search.meaning;

import org.jspecify.annotations.NullMarked;
