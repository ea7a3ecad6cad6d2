package org.homeward.grant.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.homeward.contracts.Sector;
import org.homeward.grant.fund.FundTerms;
import org.homeward.kit.sealing.Secret;

/**
 * What is applied for, as it is said over HTTP both ways. The programme is the fund's.
 *
 * @param fund whose money is asked for
 * @param jobs how many people the business will employ, the applicant among them
 * @param items prices in the currency of the fund; a draft may still have none
 */
record StatedProposal(
        @NotNull UUID fund,
        @NotNull Sector sector,
        @NotNull @Min(0) @Max(1000) Integer jobs,
        @NotNull Boolean womenLed,
        @NotNull @Valid Plan plan,
        @NotNull @Size(max = 50) List<@NotNull @Valid StatedItem> items) {

    /** See {@link BusinessPlan}. */
    record Plan(
            @NotBlank @Size(max = 4000) String activity,
            @NotBlank @Size(max = 4000) String market,
            @NotBlank @Size(max = 4000) String experience,
            @NotBlank @Size(max = 4000) String risks) {

        static Plan of(BusinessPlan plan) {
            return new Plan(plan.activity(), plan.market(), plan.experience(), plan.risks());
        }

        BusinessPlan businessPlan() {
            return new BusinessPlan(activity, market, experience, risks);
        }
    }

    static StatedProposal of(Proposal proposal) {
        return new StatedProposal(
                proposal.fund().id(),
                proposal.sector(),
                proposal.jobs(),
                proposal.womenLed(),
                Plan.of(proposal.plan().open()),
                proposal.items().stream().map(StatedItem::of).toList());
    }

    Proposal from(FundTerms terms) {
        return new Proposal(
                terms,
                sector,
                jobs,
                womenLed,
                Secret.of(plan.businessPlan()),
                items.stream().map(StatedItem::item).toList());
    }

    /** Where it differs from another, as JSON pointers; an item counts as a whole. */
    List<String> differences(StatedProposal other) {
        var found = new ArrayList<String>();
        BiConsumer<String, Boolean> same =
                (pointer, equal) -> {
                    if (!equal) {
                        found.add(pointer);
                    }
                };
        same.accept("/fund", fund.equals(other.fund));
        same.accept("/sector", sector == other.sector);
        same.accept("/jobs", jobs.equals(other.jobs));
        same.accept("/womenLed", womenLed.equals(other.womenLed));
        same.accept("/plan/activity", plan.activity().equals(other.plan.activity()));
        same.accept("/plan/market", plan.market().equals(other.plan.market()));
        same.accept("/plan/experience", plan.experience().equals(other.plan.experience()));
        same.accept("/plan/risks", plan.risks().equals(other.plan.risks()));
        int longest = Math.max(items.size(), other.items.size());
        for (int i = 0; i < longest; i++) {
            same.accept("/items/" + i, itemAt(i).equals(other.itemAt(i)));
        }
        return found;
    }

    private Optional<StatedItem> itemAt(int index) {
        return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
    }
}
