package org.homeward.beneficiary.selection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeward.kit.access.ForPurpose;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.homeward.kit.web.RandomId;
import org.homeward.kit.web.Refuses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(RoundController.PATH)
class RoundController {

    static final String PATH = "/api/v1/selection-rounds";

    private final OpenRound open;
    private final DrawLots lots;
    private final FreezeRound freeze;
    private final ConfirmRound confirm;
    private final ReadRound read;

    RoundController(
            OpenRound open,
            DrawLots lots,
            FreezeRound freeze,
            ConfirmRound confirm,
            ReadRound read) {
        this.open = open;
        this.lots = lots;
        this.freeze = freeze;
        this.confirm = confirm;
        this.read = read;
    }

    static String path(UUID id) {
        return PATH + "/" + id;
    }

    @PostMapping
    ResponseEntity<Receipt> open(@RequestBody @Valid OpenRoundBody body, Call call) {
        return Answers.of(open.open(body, call));
    }

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<Receipt> withdraw(
            @PathVariable UUID id, @RequestBody @Valid WithdrawBody body, Call call) {
        return Answers.of(open.withdraw(id, body.reason(), call));
    }

    @PostMapping("/{id}/commitments")
    ResponseEntity<Receipt> commit(
            @PathVariable UUID id, @RequestBody @Valid CommitBody body, Call call) {
        return Answers.of(lots.commit(id, body.hash(), call));
    }

    @PostMapping("/{id}/freezing")
    ResponseEntity<Receipt> freeze(@PathVariable UUID id, Call call) {
        return Answers.of(freeze.freeze(id, call));
    }

    @PostMapping("/{id}/secrets")
    ResponseEntity<Receipt> reveal(
            @PathVariable UUID id, @RequestBody @Valid RevealBody body, Call call) {
        return Answers.of(lots.reveal(id, body.secret(), call));
    }

    @PostMapping("/{id}/confirmation")
    ResponseEntity<Receipt> confirm(@PathVariable UUID id, Call call) {
        return Answers.of(confirm.confirm(id, call));
    }

    @PostMapping("/{id}/closing")
    ResponseEntity<Receipt> close(@PathVariable UUID id, Call call) {
        return Answers.of(confirm.close(id, call));
    }

    @GetMapping("/{id}")
    ResponseEntity<RoundView> read(@PathVariable UUID id, Scope scope) {
        var round = read.read(id, scope);
        return Answers.read(round, RoundView.of(round));
    }

    @GetMapping
    Page<RoundView> list(Scope scope, PageRequest page) {
        return read.list(scope, page).map(RoundView::of);
    }

    /** In the order of the ranking. */
    @Refuses("409")
    @GetMapping("/{id}/export")
    Page<ExportRow> export(
            @PathVariable UUID id,
            Actor actor,
            Scope scope,
            PageRequest page,
            @ForPurpose("audit") Purpose purpose) {
        return read.export(id, actor, scope, page, purpose).map(ExportRow::of);
    }

    /**
     * A round to open.
     *
     * @param id made by the client, or null
     * @param programme code
     * @param scorecard id of an edition that is in use
     * @param quota how many are selected, at most 10,000: the ranks of those who are to follow from
     *     the waiting list, no more than the quota, stand in the round itself, which is written
     *     anew with every hundred of them. Programmes select some hundreds.
     * @param cutOff last day whose assessments count; the freeze comes then at the earliest
     */
    record OpenRoundBody(
            @Nullable @RandomId UUID id,
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{1,19}") String programme,
            @NotNull UUID scorecard,
            @NotNull @Positive @Max(10_000) Integer quota,
            @NotNull LocalDate cutOff) {}

    /** What was wrong with it. */
    record WithdrawBody(@NotNull WithdrawalReason reason) {}

    /**
     * @param hash SHA-256 of the text of a secret, in hexadecimal
     */
    record CommitBody(@NotNull @Pattern(regexp = "[0-9a-f]{64}") String hash) {}

    /**
     * @param secret 32 random bytes in hexadecimal
     */
    record RevealBody(@NotNull @Pattern(regexp = "[0-9a-f]{64}") String secret) {}

    /**
     * A round as it is read.
     *
     * @param inputHash of terms and candidates; null before the freeze, as what follows
     * @param seed of the lottery; null before both secrets are told, as what follows
     * @param rootHash of the ranking
     * @param withdrawn what was wrong with it; null unless it was withdrawn
     */
    record RoundView(
            UUID id,
            long version,
            String state,
            String programme,
            UUID scorecard,
            int quota,
            LocalDate cutOff,
            List<CommitmentView> commitments,
            @Nullable String inputHash,
            @Nullable Integer candidates,
            @Nullable String seed,
            @Nullable String rootHash,
            @Nullable WithdrawalReason withdrawn) {

        static RoundView of(Stored<Round> stored) {
            var round = stored.state();
            var freeze =
                    switch (round) {
                        case Round.Open _, Round.Withdrawn _ -> null;
                        case Round.Frozen frozen -> frozen.freeze();
                        case Round.Ranked ranked -> ranked.result().freeze();
                    };
            var draw = round instanceof Round.Ranked ranked ? ranked.result().draw() : null;
            return new RoundView(
                    stored.id(),
                    stored.version(),
                    round.state(),
                    round.terms().programme(),
                    round.terms().scorecard(),
                    round.terms().quota(),
                    round.terms().cutOff(),
                    round.commitments().stream()
                            .map(c -> new CommitmentView(c.hash(), c.secret()))
                            .toList(),
                    freeze == null ? null : freeze.hash(),
                    freeze == null ? null : freeze.candidates(),
                    draw == null ? null : draw.seed(),
                    draw == null ? null : draw.root(),
                    round instanceof Round.Withdrawn withdrawn ? withdrawn.reason() : null);
        }
    }

    /**
     * @param secret null before it is told
     */
    record CommitmentView(String hash, @Nullable String secret) {}

    /**
     * Somebody in the ranking, under a pseudonym of this round alone.
     *
     * @param dimensions points in the card's order
     * @param dependency of the household: dependants for a thousand who earn, 1000000 where nobody
     *     does, 0 where no household is known and for who is equal with nobody in points and
     *     dimensions, whose household is not looked at
     * @param place what became of it; null before it is announced
     */
    record ExportRow(
            int rank,
            UUID pseudonym,
            int points,
            List<Integer> dimensions,
            int dependency,
            @Nullable String place) {

        static ExportRow of(ReadRound.Row row) {
            var candidate = row.candidate();
            return new ExportRow(
                    row.rank(),
                    candidate.pseudonym(),
                    candidate.points(),
                    candidate.dimensions(),
                    candidate.dependency(),
                    row.place());
        }
    }
}
