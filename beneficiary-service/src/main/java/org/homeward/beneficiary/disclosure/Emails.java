package org.homeward.beneficiary.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.beneficiary.disclosure.Hit.Kind;
import org.homeward.beneficiary.matching.DocumentNumber;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail address of one person: whole, however it is cut up, and the name before the @ where it
 * stands by itself.
 *
 * @param whole letters and digits of the address; empty for none
 * @param name letters and digits of what is before the @; empty if that tells nothing
 */
record Emails(String whole, String name) {

    private static final int SHORTEST_NAME = 5;

    /** What many addresses begin with. */
    private static final Set<String> OF_NOBODY =
            Set.of("ADMIN", "CONTACT", "EMAIL", "OFFICE", "POCHTA");

    static Emails of(@Nullable String address) {
        int at = address == null ? -1 : address.lastIndexOf('@');
        if (address == null || at < 0) {
            return new Emails("", "");
        }
        String before = address.substring(0, at);
        int tag = before.indexOf('+');
        String name = signs(tag > 0 ? before.substring(0, tag) : before);
        boolean telling = name.length() >= SHORTEST_NAME && !OF_NOBODY.contains(name);
        return new Emails(signs(address), telling ? name : "");
    }

    /**
     * @param signs of the text
     */
    List<Hit> find(String text, Figures signs) {
        var hits = new ArrayList<Hit>();
        if (!whole.isEmpty()) {
            hits.addAll(signs.find(whole, Kind.EMAIL));
        }
        if (!name.isEmpty()) {
            signs.find(name, Kind.EMAIL).stream()
                    .filter(hit -> standsAlone(hit, text))
                    .forEach(hits::add);
        }
        return hits;
    }

    private static boolean standsAlone(Hit hit, String text) {
        return (hit.start() == 0 || !Character.isLetterOrDigit(text.codePointBefore(hit.start())))
                && (hit.end() == text.length()
                        || !Character.isLetterOrDigit(text.codePointAt(hit.end())));
    }

    private static String signs(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(DocumentNumber::normalSign)
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return "***";
    }
}
