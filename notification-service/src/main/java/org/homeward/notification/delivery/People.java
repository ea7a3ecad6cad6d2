package org.homeward.notification.delivery;

import com.mongodb.client.model.Updates;
import java.util.Optional;
import java.util.UUID;
import org.homeward.kit.inbox.Projection;
import org.homeward.notification.subscription.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/** Which organisation and district a case belongs to, as the events say: for the scope of staff. */
@Component
class People {

    static final String COLLECTION = "people";

    /** The last that is said about a person counts, until she is erased. */
    void belongs(UUID beneficiary, String organisation, String district, Projection known) {
        known.upsert(
                beneficiary,
                Updates.set(
                        "place",
                        new org.bson.Document("organisation", organisation)
                                .append("district", district)));
    }

    /** Whom nothing is known of any more, nor told, whatever of before is heard after it. */
    void forgets(UUID beneficiary, Projection known) {
        known.erase(beneficiary);
    }

    /** Empty until her registration was heard of, and once she was erased. */
    Optional<Place> find(UUID beneficiary, MongoOperations mongo) {
        return Optional.ofNullable(mongo.findById(beneficiary, Person.class))
                .flatMap(person -> Optional.ofNullable(person.place()));
    }

    /**
     * @param beneficiary null for nobody, who is not
     */
    boolean isErased(@Nullable UUID beneficiary, MongoOperations mongo) {
        var person = beneficiary == null ? null : mongo.findById(beneficiary, Person.class);
        return person != null && Boolean.TRUE.equals(person.erased());
    }

    /**
     * Nothing that tells who she is.
     *
     * @param place null once she was erased
     * @param erased null unless she was
     */
    @Document(COLLECTION)
    record Person(@Id UUID id, @Nullable Place place, @Nullable Boolean erased) {}
}
