package org.homeward.story;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Stories of people who came home, and the public site that tells them. */
@SpringBootApplication
public class StoryService {

    public static void main(String[] arguments) {
        SpringApplication.run(StoryService.class, arguments);
    }
}
