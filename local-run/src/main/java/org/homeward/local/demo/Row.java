package org.homeward.local.demo;

import java.util.ArrayList;
import java.util.List;

/** What came of a case, as the APIs and the public site say at the end. */
record Row(String name, String caseNumber, String grant, int page, String path) {

    List<String> differences(DemoCase expected) {
        var differences = new ArrayList<String>();
        if (caseNumber.isEmpty()) {
            differences.add("case " + name + ": is not registered");
        }
        if (!grant.equals(expected.expectedGrant())) {
            differences.add(
                    "case " + name + ": grant is " + grant + ", not " + expected.expectedGrant());
        }
        if (page != expected.expectedPage()) {
            differences.add(
                    "case " + name + ": page answers " + page + ", not " + expected.expectedPage());
        }
        return differences;
    }
}
