/** What a person tells about themselves. */
@NullMarked
package io.nearstock.account.profile;

import org.jspecify.annotations.NullMarked;
