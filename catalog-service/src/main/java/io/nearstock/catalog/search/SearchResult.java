package io.nearstock.catalog.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nearstock.chassis.web.Paged;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of what was found; facets and total tell of all of it. */
record SearchResult(
        List<SearchItem> items,
        Facets facets,
        int total,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor)
        implements Paged {}
