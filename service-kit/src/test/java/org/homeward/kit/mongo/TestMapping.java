package org.homeward.kit.mongo;

import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.data.mongodb.core.convert.MongoConverter;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** The kit's mapping for tests without a container. */
public final class TestMapping {

    private TestMapping() {}

    public static MongoConverter converter(MongoDatabaseFactory factory, StoredTypes types) {
        var configuration = new MongoConfiguration();
        var conversions = configuration.mongoCustomConversions(types);
        var context = new MongoMappingContext();
        context.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        var converter = configuration.mappingMongoConverter(factory, context, conversions, types);
        converter.afterPropertiesSet();
        return converter;
    }
}
