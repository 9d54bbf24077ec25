package io.nearstock.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class TestMongoTests {

    @Test
    void isEmptyAndApartFromOthers() {
        try (var one = new TestMongo();
                var other = new TestMongo();
                var client = MongoClients.create(one.connectionString())) {
            one.database().getCollection("things").insertOne(new Document());

            assertThat(client.getDatabase(one.database().getName()).listCollectionNames())
                    .containsExactly("things");
            assertThat(other.database().listCollectionNames()).isEmpty();
        }
    }
}
