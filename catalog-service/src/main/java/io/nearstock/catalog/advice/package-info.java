/** What prices should be, by how products stand: proposals, which people approve or reject. */
@NullMarked
package io.nearstock.catalog.advice;

import org.jspecify.annotations.NullMarked;
