package org.homeward.beneficiary.scorecard;

import jakarta.validation.Valid;
import java.util.UUID;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/scorecards")
class ScorecardController {

    private final WriteScorecard write;
    private final ReadScorecard read;

    ScorecardController(WriteScorecard write, ReadScorecard read) {
        this.write = write;
        this.read = read;
    }

    @PostMapping
    ResponseEntity<Receipt> write(@RequestBody @Valid CardBody card, Call call) {
        return Answers.of(write.write(card.toCard(), call));
    }

    @PostMapping("/{id}/approval")
    ResponseEntity<Receipt> approve(@PathVariable UUID id, Call call) {
        return Answers.of(write.approve(id, call));
    }

    @GetMapping("/{id}")
    ResponseEntity<ScorecardView> read(@PathVariable UUID id, Scope scope) {
        var scorecard = read.read(id, scope);
        return Answers.read(scorecard, ScorecardView.of(scorecard));
    }

    @GetMapping
    Page<ScorecardView> list(Scope scope, PageRequest page) {
        return read.list(scope, page).map(ScorecardView::of);
    }

    /** A scorecard as it is read. */
    record ScorecardView(UUID id, long version, String state, CardBody card) {

        static ScorecardView of(Stored<Scorecard> stored) {
            return new ScorecardView(
                    stored.id(),
                    stored.version(),
                    stored.state().state(),
                    CardBody.of(stored.state().card()));
        }
    }
}
