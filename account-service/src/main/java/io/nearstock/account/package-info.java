/** People and programs that nearstock knows: the model of an account and of its sessions, and where both are kept. */
@NullMarked
package io.nearstock.account;

import org.jspecify.annotations.NullMarked;
