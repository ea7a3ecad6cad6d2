package org.homeward.kit.web;

import org.homeward.kit.test.MongoForTest;
import org.homeward.kit.time.TimeConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Import;

/** The sample service with a database. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({MongoForTest.class, TimeConfiguration.class, Sample.class})
class SampleWithMongo {}
