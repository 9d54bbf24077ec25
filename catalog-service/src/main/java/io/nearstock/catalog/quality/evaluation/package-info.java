/** The same reading on anybody's file, scored where the file knows the stars. */
@NullMarked
package io.nearstock.catalog.quality.evaluation;

import org.jspecify.annotations.NullMarked;
