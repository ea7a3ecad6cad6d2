package org.homeward.beneficiary;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service of people, households and consent. */
@SpringBootApplication
public class BeneficiaryService {

    public static void main(String[] arguments) {
        SpringApplication.run(BeneficiaryService.class, arguments);
    }
}
