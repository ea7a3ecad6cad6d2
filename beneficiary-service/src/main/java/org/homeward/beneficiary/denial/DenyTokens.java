package org.homeward.beneficiary.denial;

import static org.homeward.beneficiary.denial.DenialTypes.DENIAL;

import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.DeniedTokens;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;

/** Nobody here knows which accounts there are, so one that does not exist is denied as well. */
@UseCase("Refuse the tokens of an account that were issued until now")
class DenyTokens {

    private final Journal journal;
    private final Aggregates aggregates;

    DenyTokens(Journal journal, Aggregates aggregates) {
        this.journal = journal;
        this.aggregates = aggregates;
    }

    Receipt deny(TokenDenialController.DenyBody body, Call call) {
        var id = body.id() != null ? body.id() : UUID.randomUUID();
        var account = Actor.pseudonym(call.actor().issuer(), body.subject());
        return journal.run(
                call,
                change -> {
                    var denial =
                            new TokenDenial(
                                    id,
                                    body.subject(),
                                    body.reason(),
                                    call.actor().subject(),
                                    change.now());
                    var told = denial.told(account);
                    var made = change.create(DENIAL, id, Decision.of(denial, told));
                    // the other services hear of it, this one knows at once
                    DeniedTokens.write(told, change);
                    return Receipt.created(TokenDenialController.PATH + "/" + id, made);
                });
    }

    Stored<TokenDenial> read(UUID id) {
        return aggregates.find(DENIAL, id, Scope.everything()).orElseThrow(NotFound::new);
    }

    Page<Stored<TokenDenial>> list(PageRequest page) {
        return aggregates.list(DENIAL, new Document(), Scope.everything(), page);
    }
}
