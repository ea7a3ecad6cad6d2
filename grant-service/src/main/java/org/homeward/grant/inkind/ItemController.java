package org.homeward.grant.inkind;

import jakarta.validation.Valid;
import java.util.UUID;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.web.Answers;
import org.homeward.kit.web.Call;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The steps of one item of a grant; the version is that of the grant. */
@RestController
@RequestMapping(GrantController.PATH + "/{id}/items/{item}")
class ItemController {

    private final OrderItem orderItem;
    private final ReceiveItem receiveItem;
    private final HandOverItem handOverItem;
    private final ReturnItem returnItem;
    private final AnswerReturn answerReturn;
    private final CancelItem cancelItem;
    private final ConfirmPayment confirmPayment;

    ItemController(
            OrderItem orderItem,
            ReceiveItem receiveItem,
            HandOverItem handOverItem,
            ReturnItem returnItem,
            AnswerReturn answerReturn,
            CancelItem cancelItem,
            ConfirmPayment confirmPayment) {
        this.orderItem = orderItem;
        this.receiveItem = receiveItem;
        this.handOverItem = handOverItem;
        this.returnItem = returnItem;
        this.answerReturn = answerReturn;
        this.cancelItem = cancelItem;
        this.confirmPayment = confirmPayment;
    }

    @PostMapping("/order")
    ResponseEntity<Receipt> order(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestBody @Valid NewOrder order,
            Call call) {
        return Answers.of(orderItem.order(id, item, order, call));
    }

    @PostMapping("/receipt")
    ResponseEntity<Receipt> receive(@PathVariable UUID id, @PathVariable UUID item, Call call) {
        return Answers.of(receiveItem.receive(id, item, call));
    }

    @PostMapping("/handover")
    ResponseEntity<Receipt> handOver(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestBody @Valid Handover handover,
            Call call) {
        return Answers.of(handOverItem.handOver(id, item, handover, call));
    }

    @PostMapping("/return")
    ResponseEntity<Receipt> giveBack(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestBody @Valid Reason reason,
            Call call) {
        return Answers.of(returnItem.giveBack(id, item, reason, call));
    }

    @PostMapping("/return/confirmation")
    ResponseEntity<Receipt> confirmReturn(
            @PathVariable UUID id, @PathVariable UUID item, Call call) {
        return Answers.of(answerReturn.confirm(id, item, call));
    }

    @PostMapping("/return/refusal")
    ResponseEntity<Receipt> refuseReturn(
            @PathVariable UUID id, @PathVariable UUID item, Call call) {
        return Answers.of(answerReturn.refuse(id, item, call));
    }

    @PostMapping("/cancellation")
    ResponseEntity<Receipt> cancel(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestBody @Valid Reason reason,
            Call call) {
        return Answers.of(cancelItem.cancel(id, item, reason, call));
    }

    /** Of rent, the next month. */
    @PostMapping("/payments")
    ResponseEntity<Receipt> pay(@PathVariable UUID id, @PathVariable UUID item, Call call) {
        return Answers.of(confirmPayment.confirm(id, item, call));
    }
}
