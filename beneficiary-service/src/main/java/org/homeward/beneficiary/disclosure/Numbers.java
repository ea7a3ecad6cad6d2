package org.homeward.beneficiary.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.beneficiary.disclosure.Hit.Kind;
import org.homeward.beneficiary.matching.DocumentNumber;
import org.homeward.beneficiary.matching.Telephone;

/** The telephones, document numbers, case number and e-mail address of one person. */
final class Numbers {

    /** What is dialled inside a town. */
    private static final int LOCAL = 7;

    /** Fewer digits are any number. */
    private static final int SHORTEST_DIGITS = 5;

    private final Set<String> phones;
    private final Set<String> documents;
    private final Set<String> documentDigits;
    private final Set<String> caseNumbers;
    private final Emails emails;

    private Numbers(
            Set<String> phones, Set<String> documents, Set<String> caseNumbers, Emails emails) {
        this.phones = phones;
        this.documents = documents;
        this.caseNumbers = caseNumbers;
        this.emails = emails;
        this.documentDigits =
                documents.stream()
                        .map(Numbers::digits)
                        .filter(digits -> digits.length() >= SHORTEST_DIGITS)
                        .collect(Collectors.toUnmodifiableSet());
    }

    static Numbers of(IdentifyingData person) {
        return new Numbers(
                person.phones().stream()
                        .map(Telephone::national)
                        .filter(number -> number.length() >= SHORTEST_DIGITS)
                        .collect(Collectors.toUnmodifiableSet()),
                person.documents().stream()
                        .flatMap(number -> DocumentNumber.normal(number).stream())
                        .collect(Collectors.toUnmodifiableSet()),
                Stream.ofNullable(person.caseNumber())
                        .map(Numbers::digits)
                        .filter(number -> number.length() >= SHORTEST_DIGITS)
                        .collect(Collectors.toUnmodifiableSet()),
                Emails.of(person.email()));
    }

    List<Hit> find(String text, List<Word> words) {
        var hits = new ArrayList<Hit>();
        for (Figures run : FigureReader.read(text, words)) {
            phones.forEach(phone -> hits.addAll(phone(run, phone)));
            documentDigits.forEach(digits -> hits.addAll(run.find(digits, Kind.DOCUMENT)));
            caseNumbers.forEach(number -> hits.addAll(run.find(number, Kind.CASE_NUMBER)));
        }
        Figures signs = Figures.lettersAndDigits(text);
        documents.forEach(number -> hits.addAll(signs.find(number, Kind.DOCUMENT)));
        hits.addAll(emails.find(text, signs));
        return hits;
    }

    /** With or without country code and dialling prefix, and as dialled inside a town. */
    private static List<Hit> phone(Figures run, String national) {
        List<Hit> hits = run.find(national, Kind.PHONE);
        return hits.isEmpty() && national.length() > LOCAL
                ? run.find(national.substring(national.length() - LOCAL), Kind.PHONE)
                : hits;
    }

    private static String digits(String number) {
        return number.chars()
                .filter(Character::isDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
