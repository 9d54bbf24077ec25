/** What customers' feedback says of each product, and an alarm when it turns bad. */
@NullMarked
package io.nearstock.catalog.quality.watch;

import org.jspecify.annotations.NullMarked;
