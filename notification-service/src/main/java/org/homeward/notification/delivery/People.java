package org.homeward.notification.delivery;

import java.util.Optional;
import java.util.UUID;
import org.homeward.kit.journal.Change;
import org.homeward.notification.subscription.Place;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/** Which organisation and district a case belongs to, as the events say: for the scope of staff. */
@Component
class People {

    /** The last that is said about a person counts; her events come in their order. */
    void belongs(UUID beneficiary, String organisation, String district, Change change) {
        change.mongo().save(new Person(beneficiary, new Place(organisation, district)));
    }

    /** Empty until her registration was heard of. */
    Optional<Place> find(UUID beneficiary, MongoOperations mongo) {
        return Optional.ofNullable(mongo.findById(beneficiary, Person.class)).map(Person::place);
    }

    /** Nothing that tells who she is. */
    @Document("people")
    record Person(@Id UUID id, Place place) {}
}
