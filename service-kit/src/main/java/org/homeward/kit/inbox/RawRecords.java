package org.homeward.kit.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/**
 * Hands the records of a poll on as they came. No header is mapped: a mapper that stumbles over one
 * header would make the adapter drop the whole poll and go on.
 */
final class RawRecords {

    private RawRecords() {}

    static BatchMessagingMessageConverter converter() {
        var converter = new BatchMessagingMessageConverter(null);
        converter.setHeaderMapper(new NoHeaders());
        converter.setRawRecordHeader(true);
        return converter;
    }

    /**
     * @throws IllegalStateException when there are none, for a poll must not be acknowledged unseen
     */
    static List<ConsumerRecord<?, ?>> of(Message<?> poll) {
        List<ConsumerRecord<?, ?>> records = new ArrayList<>();
        if (poll.getHeaders().get(KafkaHeaders.RAW_DATA) instanceof List<?> raw) {
            raw.forEach(message -> records.add((ConsumerRecord<?, ?>) message));
        }
        if (records.isEmpty()) {
            throw new IllegalStateException("a poll without records");
        }
        return records;
    }

    private static final class NoHeaders implements KafkaHeaderMapper {

        @Override
        public void fromHeaders(MessageHeaders headers, Headers target) {}

        @Override
        public void toHeaders(Headers source, Map<String, Object> target) {}
    }
}
