package io.nearstock.inventory.partner;

import org.jspecify.annotations.Nullable;

/**
 * Why a row cannot be used. Public, as the database driver reads it by reflection.
 *
 * @param row counted from 1; a heading does not count
 * @param field empty where the whole row is meant
 */
public record RowError(long row, @Nullable String sku, String field, String code, String detail) {}
