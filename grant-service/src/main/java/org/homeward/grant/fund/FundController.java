package org.homeward.grant.fund;

import jakarta.validation.Valid;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.access.ForPurpose;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.NotFound;
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
@RequestMapping(FundController.PATH)
class FundController {

    static final String PATH = "/api/v1/funds";

    private final OpenFund openFund;
    private final ChangeCeiling changeCeiling;
    private final Aggregates aggregates;
    private final ReadMovements readMovements;

    FundController(
            OpenFund openFund,
            ChangeCeiling changeCeiling,
            Aggregates aggregates,
            ReadMovements readMovements) {
        this.openFund = openFund;
        this.changeCeiling = changeCeiling;
        this.aggregates = aggregates;
        this.readMovements = readMovements;
    }

    static String path(UUID id) {
        return PATH + "/" + id;
    }

    @PostMapping
    ResponseEntity<Receipt> open(@RequestBody @Valid NewFund fund, Call call) {
        return Answers.of(openFund.open(fund, call));
    }

    @PostMapping("/{id}/ceiling")
    ResponseEntity<Receipt> changeCeiling(
            @PathVariable UUID id, @RequestBody @Valid NewCeiling body, Call call) {
        return Answers.of(changeCeiling.change(id, body.ceiling().money(), call));
    }

    @GetMapping
    Page<FundView> funds(Scope scope, PageRequest page) {
        return aggregates.list(Funds.FUNDS, new Document(), scope, page).map(FundView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<FundView> fund(@PathVariable UUID id, Scope scope) {
        var fund = aggregates.find(Funds.FUNDS, id, scope).orElseThrow(NotFound::new);
        return Answers.read(fund, FundView.of(fund));
    }

    @GetMapping("/{id}/movements")
    Page<MovementView> movements(
            @PathVariable UUID id,
            @ForPurpose("monitoring") Purpose purpose,
            Actor actor,
            Scope scope,
            PageRequest page) {
        return readMovements.read(id, purpose, actor, scope, page).map(MovementView::of);
    }
}
