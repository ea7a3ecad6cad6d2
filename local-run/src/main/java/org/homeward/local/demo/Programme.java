package org.homeward.local.demo;

import java.util.Optional;
import java.util.UUID;

/** A programme of the file. */
record Programme(String seed, Part part) {

    static Programme of(Part part, String seed) {
        part.only(
                "code",
                "objectives",
                "donors",
                "agencies",
                "partners",
                "districts",
                "from",
                "until",
                "target",
                "quota",
                "fund");
        part.at("code").text();
        part.at("fund").only("donor", "ceiling");
        part.find("quota").ifPresent(Part::number);
        return new Programme(seed, part);
    }

    String code() {
        return part.at("code").text();
    }

    UUID fund() {
        return CasesFile.id(seed, "fund " + code());
    }

    /** How many its selection round selects; empty where it has none. */
    Optional<Integer> quota() {
        return part.find("quota").map(Part::number);
    }
}
