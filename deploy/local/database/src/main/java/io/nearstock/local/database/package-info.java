/** A document database that speaks MongoDB's wire protocol, for development and tests: indexes, a journal, one process. */
@NullMarked
package io.nearstock.local.database;

import org.jspecify.annotations.NullMarked;
