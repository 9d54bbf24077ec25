package io.nearstock.inventory;

import java.time.LocalDate;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/** A day on which something is on: holidays, matches, fairs. The same name on another day is the same thing again. */
public record NamedDay(@BsonId LocalDate date, List<String> names) {}
