package org.homeward.notification.delivery;

import java.util.Optional;
import java.util.UUID;
import org.homeward.kit.journal.Change;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/** Which organisation and district a case belongs to, as the events say: for the scope of staff. */
@Component
class People {

    private final MongoTemplate template;

    People(MongoTemplate template) {
        this.template = template;
    }

    void belongs(UUID beneficiary, String organisation, String district, Change change) {
        change.mongo().save(new Person(beneficiary, organisation, district));
    }

    Optional<Person> find(UUID beneficiary) {
        return Optional.ofNullable(template.findById(beneficiary, Person.class));
    }

    /** Nothing that tells who she is. */
    @Document("people")
    record Person(@Id UUID id, String organisation, String district) {}
}
