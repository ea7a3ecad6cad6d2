package org.homeward.grant.application;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.homeward.grant.inkind.ItemKind;

/** Rent says how many months, nothing else does; the violation names the field. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Constraint(validatedBy = MonthsForRentOnly.Validator.class)
@interface MonthsForRentOnly {

    String message() default "must be given for rent, and only for rent";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Compares kind and months. */
    class Validator implements ConstraintValidator<MonthsForRentOnly, StatedItem> {

        @Override
        public boolean isValid(StatedItem item, ConstraintValidatorContext context) {
            boolean rent = item.kind() == ItemKind.RENT;
            if (rent == (item.months() != null)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(
                            context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("months")
                    .addConstraintViolation();
            return false;
        }
    }
}
