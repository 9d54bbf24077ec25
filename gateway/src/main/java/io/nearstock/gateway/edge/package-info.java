/** What goes in and out of the house: paths, headers, origins. */
@NullMarked
package io.nearstock.gateway.edge;

import org.jspecify.annotations.NullMarked;
