/** What a customer finds when the goods have arrived. */
@NullMarked
package io.nearstock.order.inspection;

import org.jspecify.annotations.NullMarked;
