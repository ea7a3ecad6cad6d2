package org.homeward.kit.web;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An id made by a client is random, for events tell it for ever: version 4, as a 7 tells when it
 * was made and a 3 or 5 of what.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@Constraint(validatedBy = RandomId.Validator.class)
public @interface RandomId {

    String message() default "must be a random UUID (version 4)";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks at the version; null is for the service to make one. */
    class Validator implements ConstraintValidator<RandomId, UUID> {

        @Override
        public boolean isValid(@Nullable UUID id, ConstraintValidatorContext context) {
            return id == null || (id.version() == 4 && id.variant() == 2);
        }
    }
}
