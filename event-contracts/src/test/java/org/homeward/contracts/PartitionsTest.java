package org.homeward.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

class PartitionsTest {

    private final Random random = new Random(20260312);

    @Test
    void an_aggregate_is_where_kafkas_own_producer_would_put_it() {
        Stream.generate(this::id)
                .limit(20_000)
                .forEach(
                        id -> {
                            byte[] key = id.toString().getBytes(UTF_8);
                            int partitions = 1 + random.nextInt(50);
                            assertThat(Partitions.partitionOf(id, partitions))
                                    .isEqualTo(BuiltInPartitioner.partitionForKey(key, partitions));
                            assertThat(Partitions.partitionOf(id))
                                    .isEqualTo(BuiltInPartitioner.partitionForKey(key, 12));
                        });
    }

    @Test
    void the_hash_is_kafkas_for_keys_of_any_length() {
        IntStream.range(0, 500)
                .mapToObj(length -> new byte[length])
                .forEach(
                        key -> {
                            random.nextBytes(key);
                            assertThat(Partitions.murmur2(key)).isEqualTo(Utils.murmur2(key));
                        });
    }

    @Test
    void every_partition_is_used() {
        assertThat(Stream.generate(this::id).limit(1_000).map(Partitions::partitionOf).distinct())
                .hasSize(Partitions.COUNT);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
