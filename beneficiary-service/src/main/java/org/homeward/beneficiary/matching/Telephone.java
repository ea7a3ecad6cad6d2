package org.homeward.beneficiary.matching;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Telephone numbers in one writing. */
public final class Telephone {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Telephone() {}

    /**
     * A number as a person gives it, in E.164. Of Tajikistan unless it says otherwise: nine digits,
     * with or without +992; a leading 8 is taken off only when ten digits are given. Eleven digits
     * that begin with 7 or 8 are Russian. Only the length is checked: prefixes move between
     * operators and new ones appear.
     */
    public static Optional<String> e164(String raw) {
        String digits = digits(raw);
        String number = raw.strip().startsWith("+") ? "+" + digits : international(digits);
        return possible(number);
    }

    /** The digits after the country code. */
    public static String national(String e164) {
        try {
            return NUMBERS.getNationalSignificantNumber(NUMBERS.parse(e164, "TJ"));
        } catch (NumberParseException _) {
            return digits(e164);
        }
    }

    private static String international(String digits) {
        if (digits.length() == 9) {
            return "+992" + digits;
        }
        if (digits.length() == 10 && digits.startsWith("8")) {
            return "+992" + digits.substring(1);
        }
        if (digits.length() == 11 && (digits.startsWith("7") || digits.startsWith("8"))) {
            return "+7" + digits.substring(1);
        }
        if (digits.startsWith("810")) {
            return "+" + digits.substring(3);
        }
        return "+" + (digits.startsWith("00") ? digits.substring(2) : digits);
    }

    private static Optional<String> possible(String number) {
        if (number.startsWith("+992")) {
            return number.length() == 13 ? Optional.of(number) : Optional.empty();
        }
        try {
            var parsed = NUMBERS.parse(number, "TJ");
            return NUMBERS.isPossibleNumber(parsed)
                    ? Optional.of(NUMBERS.format(parsed, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException _) {
            return Optional.empty();
        }
    }

    private static String digits(String raw) {
        var digits = new StringBuilder();
        raw.codePoints()
                .map(sign -> Character.digit(sign, 10))
                .filter(digit -> digit >= 0)
                .forEach(digits::append);
        return digits.toString();
    }
}
