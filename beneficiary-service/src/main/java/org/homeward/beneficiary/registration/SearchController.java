package org.homeward.beneficiary.registration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import org.homeward.kit.access.ForPurpose;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/searches")
class SearchController {

    private final SearchForPerson searches;

    SearchController(SearchForPerson searches) {
        this.searches = searches;
    }

    @PostMapping
    ResponseEntity<Receipt> search(@RequestBody @Valid SearchBody body, Call call) {
        return Answers.of(searches.search(body, call));
    }

    @GetMapping("/{id}")
    SearchView read(@PathVariable UUID id, Actor actor) {
        return new SearchView(id, searches.references(id, actor));
    }

    @GetMapping("/{id}/candidates")
    List<CandidateView> candidates(
            @PathVariable UUID id,
            Actor actor,
            Scope scope,
            @ForPurpose("registration") Purpose purpose) {
        return searches.candidates(id, actor, scope, purpose);
    }

    /**
     * Whom to look for.
     *
     * @param id made by the client, or null
     */
    record SearchBody(
            @Nullable UUID id,
            @NotNull @Valid PersonBody person,
            @NotNull @Pattern(regexp = "TJ-(DU|GB|KT|RA|SU)-[A-Z]{2,20}") String district) {}

    /**
     * What a search found.
     *
     * @param candidates references, likeliest first
     */
    record SearchView(UUID id, List<UUID> candidates) {}
}
