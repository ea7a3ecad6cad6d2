package org.homeward.beneficiary.programme;

import static org.homeward.beneficiary.programme.ProgrammeTypes.PROGRAMME;

import org.bson.Document;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;

@UseCase("Read programmes, which are no secret")
class ReadProgramme {

    private final Aggregates aggregates;

    ReadProgramme(Aggregates aggregates) {
        this.aggregates = aggregates;
    }

    Stored<Programme> read(String code, Scope scope) {
        return aggregates.find(PROGRAMME, Programme.idOf(code), scope).orElseThrow(NotFound::new);
    }

    Page<Stored<Programme>> list(Scope scope, PageRequest page) {
        return aggregates.list(PROGRAMME, new Document(), scope, page);
    }
}
