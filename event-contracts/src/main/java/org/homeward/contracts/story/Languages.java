package org.homeward.contracts.story;

import java.util.List;
import java.util.Set;
import org.homeward.contracts.MalformedEvent;
import org.homeward.contracts.TextForm;

/** The languages of a public page: at least one, each once, in the order of the page. */
final class Languages {

    private Languages() {}

    static List<String> checked(List<String> languages) {
        languages.forEach(TextForm.LANGUAGE::checked);
        if (languages.isEmpty() || Set.copyOf(languages).size() < languages.size()) {
            throw new MalformedEvent("a page has at least one language, and each once");
        }
        return List.copyOf(languages);
    }
}
