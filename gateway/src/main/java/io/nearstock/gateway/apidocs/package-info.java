/** The API documents of all services in one place, as seen from outside. */
@NullMarked
package io.nearstock.gateway.apidocs;

import org.jspecify.annotations.NullMarked;
