/** Of what a sentence speaks, and how well. */
@NullMarked
package io.nearstock.catalog.quality.aspect;

import org.jspecify.annotations.NullMarked;
