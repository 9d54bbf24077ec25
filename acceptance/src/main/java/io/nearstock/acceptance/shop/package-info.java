/** The shop as its callers see it, and the people and goods that the stories are about. */
@NullMarked
package io.nearstock.acceptance.shop;

import org.jspecify.annotations.NullMarked;
