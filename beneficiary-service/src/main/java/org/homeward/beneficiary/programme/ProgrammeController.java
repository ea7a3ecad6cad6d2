package org.homeward.beneficiary.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
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
@RequestMapping("/api/v1/programmes")
class ProgrammeController {

    private final OpenProgramme open;
    private final ReadProgramme read;

    ProgrammeController(OpenProgramme open, ReadProgramme read) {
        this.open = open;
        this.read = read;
    }

    @PostMapping
    ResponseEntity<Receipt> open(@RequestBody @Valid OpenProgrammeBody body, Call call) {
        return Answers.of(open.open(body, call));
    }

    @GetMapping("/{code}")
    ResponseEntity<ProgrammeView> read(@PathVariable String code, Scope scope) {
        var programme = read.read(code, scope);
        return Answers.read(programme, ProgrammeView.of(programme));
    }

    @GetMapping
    Page<ProgrammeView> list(Scope scope, PageRequest page) {
        return read.list(scope, page).map(ProgrammeView::of);
    }

    /**
     * A programme to open.
     *
     * @param code made by the caller; taken once and for good
     * @param donors codes
     * @param agencies codes of who carries it together
     * @param partners codes of the organisations that carry it out
     * @param districts codes of where it works
     * @param until last day
     * @param target how many people it is to help
     */
    record OpenProgrammeBody(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{1,19}") String code,
            @NotEmpty @Size(max = 8) List<@NotNull Objective> objectives,
            @NotEmpty @Size(max = 20)
                    List<@NotNull @Pattern(regexp = "[A-Z0-9-]{2,20}") String> donors,
            @NotEmpty @Size(max = 20)
                    List<@NotNull @Pattern(regexp = "[A-Z0-9-]{2,20}") String> agencies,
            @NotNull @Size(max = 20)
                    List<@NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,29}") String> partners,
            @NotEmpty @Size(max = 100)
                    List<@NotNull @Pattern(regexp = "TJ-(DU|GB|KT|RA|SU)-[A-Z]{2,20}") String>
                            districts,
            @NotNull LocalDate from,
            @NotNull LocalDate until,
            @NotNull @Positive @Max(10_000_000) Integer target) {}

    /** A programme as it is read. */
    record ProgrammeView(
            String code,
            long version,
            List<Objective> objectives,
            List<String> donors,
            List<String> agencies,
            List<String> partners,
            List<String> districts,
            LocalDate from,
            LocalDate until,
            int target) {

        static ProgrammeView of(Stored<Programme> stored) {
            var programme = stored.state();
            return new ProgrammeView(
                    programme.code(),
                    stored.version(),
                    programme.objectives(),
                    programme.donors(),
                    programme.agencies(),
                    programme.partners(),
                    programme.districts(),
                    programme.from(),
                    programme.until(),
                    programme.target());
        }
    }
}
