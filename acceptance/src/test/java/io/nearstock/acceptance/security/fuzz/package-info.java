/** Requests that nobody would send who means well, made from the API documents and a seed. */
@NullMarked
package io.nearstock.acceptance.security.fuzz;

import org.jspecify.annotations.NullMarked;
