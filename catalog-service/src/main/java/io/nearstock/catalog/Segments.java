package io.nearstock.catalog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.springframework.stereotype.Repository;

/** Which customers are in which segment; a document for each membership. */
@Repository
public class Segments {

    /** How a segment may be called. */
    public static final String NAME = "[a-z0-9][a-z0-9_-]{0,49}";

    /** Public for the driver, which builds it by reflection. */
    public record Member(@BsonId String id, String segment, String customerId) {}

    private final MongoCollection<Member> members;

    Segments(MongoDatabase database) {
        members = database.getCollection("segmentMembers", Member.class);
        members.createIndex(ascending("customerId"));
        members.createIndex(ascending("segment", "customerId"));
    }

    public Set<String> of(String customerId) {
        return members.find(eq("customerId", customerId)).into(new ArrayList<>()).stream()
                .map(Member::segment)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The customers of a segment in the order of their ids, from behind this one on. */
    public List<Member> list(String segment, String after, int limit) {
        return members.find(and(eq("segment", segment), gt("customerId", after)))
                .sort(ascending("segment", "customerId"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    public void add(String segment, String customerId) {
        var member = combine(setOnInsert("segment", segment), setOnInsert("customerId", customerId));
        members.updateOne(eq("_id", id(segment, customerId)), member, new UpdateOptions().upsert(true));
    }

    public void remove(String segment, String customerId) {
        members.deleteOne(eq("_id", id(segment, customerId)));
    }

    private static String id(String segment, String customerId) {
        return segment + "/" + customerId;
    }
}
