/** What other services may ask about a person. */
@NullMarked
package io.nearstock.account.contact;

import org.jspecify.annotations.NullMarked;
