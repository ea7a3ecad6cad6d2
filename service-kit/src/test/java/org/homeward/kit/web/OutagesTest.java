package org.homeward.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoQueryException;
import com.mongodb.ServerAddress;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutagesTest {

    private static MongoQueryException answered(int code) {
        var answer = new BsonDocument("code", new BsonInt32(code));
        return new MongoQueryException(answer, new ServerAddress());
    }

    @ParameterizedTest
    @ValueSource(ints = {91, 133, 134, 189, 11602})
    void a_query_that_met_a_primary_on_its_way_out_or_in_is_an_outage(int code) {
        assertThat(Outages.isOutage(new IllegalStateException(answered(code)))).isTrue();
    }

    @Test
    void a_query_that_is_wrong_is_none() {
        assertThat(Outages.isOutage(answered(2))).isFalse();
    }
}
