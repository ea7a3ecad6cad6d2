package org.homeward.notification.delivery;

import java.util.Optional;
import java.util.UUID;
import org.homeward.kit.inbox.Projection;
import org.homeward.notification.subscription.Place;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/** Which organisation and district a case belongs to, as the events say: for the scope of staff. */
@Component
class People {

    static final String COLLECTION = "people";

    /** The last that is said about a person counts; her events come in their order. */
    void belongs(UUID beneficiary, String organisation, String district, Projection known) {
        known.put(
                beneficiary,
                new org.bson.Document(
                        "place",
                        new org.bson.Document("organisation", organisation)
                                .append("district", district)));
    }

    /** Empty until her registration was heard of. */
    Optional<Place> find(UUID beneficiary, MongoOperations mongo) {
        return Optional.ofNullable(mongo.findById(beneficiary, Person.class)).map(Person::place);
    }

    /** Nothing that tells who she is. */
    @Document(COLLECTION)
    record Person(@Id UUID id, Place place) {}
}
