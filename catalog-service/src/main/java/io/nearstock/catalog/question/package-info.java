/** What customers ask about products, and what staff, suppliers and buyers answer. */
@NullMarked
package io.nearstock.catalog.question;

import org.jspecify.annotations.NullMarked;
