/** A mail server that delivers to nobody and shows what it received. */
@NullMarked
package io.nearstock.local.sandbox.mail;

import org.jspecify.annotations.NullMarked;
