/** What the Online Retail file says: invoices, products, countries; and what of it cannot be used, and why. */
@NullMarked
package io.nearstock.local.demo.retail;

import org.jspecify.annotations.NullMarked;
