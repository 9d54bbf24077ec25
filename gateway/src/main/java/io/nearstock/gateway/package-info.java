/** The only door to nearstock: what every request meets before a service sees it. */
@NullMarked
package io.nearstock.gateway;

import org.jspecify.annotations.NullMarked;
