package org.homeward.story.service;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.homeward.kit.test.BackendsInitializer;
import org.homeward.kit.test.DatabaseCommands;
import org.homeward.story.StoryService;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** A test against the running service; all of them share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {StoryService.class, DatabaseCommands.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            // it would wait for the database, which ends with this process as well
            "spring.main.register-shutdown-hook=false",
            "homeward.web.limits[POST\\ /api/v1/stories/{id}/disclosure-test].per-day=5",
            "homeward.site.page-size=3",
            "homeward.story.ended-consents-every=PT1S",
            "homeward.story.lapsing-leads-every=PT1S"
        })
@ContextConfiguration(initializers = {BackendsInitializer.class, Neighbours.class})
@ActiveProfiles("test")
@interface ServiceTest {}
