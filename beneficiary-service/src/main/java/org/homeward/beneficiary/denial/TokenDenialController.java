package org.homeward.beneficiary.denial;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.homeward.kit.web.RandomId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(TokenDenialController.PATH)
class TokenDenialController {

    static final String PATH = "/api/v1/token-denials";

    private final DenyTokens tokens;

    TokenDenialController(DenyTokens tokens) {
        this.tokens = tokens;
    }

    @PostMapping
    ResponseEntity<Receipt> deny(@RequestBody @Valid DenyBody body, Call call) {
        return Answers.of(tokens.deny(body, call));
    }

    @GetMapping
    Page<DenialView> list(PageRequest page) {
        return tokens.list(page).map(DenialView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<DenialView> read(@PathVariable UUID id) {
        var denial = tokens.read(id);
        return Answers.read(denial, DenialView.of(denial));
    }

    /**
     * Whose tokens to refuse.
     *
     * @param id made by the client, or null
     * @param subject of the account, as the identity provider names it: no name of a person
     */
    record DenyBody(
            @Nullable @RandomId UUID id,
            @NotBlank @Size(max = 255) String subject,
            @NotNull TokenDenial.Reason reason) {}

    /**
     * A denial as it is read.
     *
     * @param by subject of the administrator
     * @param issuedUntil tokens issued until then are refused
     */
    record DenialView(
            UUID id, String subject, TokenDenial.Reason reason, String by, Instant issuedUntil) {

        static DenialView of(Stored<TokenDenial> stored) {
            var denial = stored.state();
            return new DenialView(
                    denial.id(), denial.subject(), denial.reason(), denial.by(), denial.at());
        }
    }
}
