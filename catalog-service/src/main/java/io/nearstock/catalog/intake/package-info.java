/** How whole catalogues come in: streamed up, checked row by row, applied in the background. */
@NullMarked
package io.nearstock.catalog.intake;

import org.jspecify.annotations.NullMarked;
