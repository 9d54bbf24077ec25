/** The system proven from outside: stories, faults and load. */
@NullMarked
package io.nearstock.acceptance;

import org.jspecify.annotations.NullMarked;
