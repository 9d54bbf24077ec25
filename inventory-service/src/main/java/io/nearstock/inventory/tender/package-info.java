/** Looking for somebody who sells what nobody we know does. */
@NullMarked
package io.nearstock.inventory.tender;

import org.jspecify.annotations.NullMarked;
