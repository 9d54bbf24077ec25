package io.nearstock.recommendation;

import org.bson.codecs.pojo.annotations.BsonId;

/** Where a hub is, in degrees (WGS 84). */
public record Hub(@BsonId String id, Place place, long sequence) {}
