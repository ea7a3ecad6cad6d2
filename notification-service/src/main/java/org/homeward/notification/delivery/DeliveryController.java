package org.homeward.notification.delivery;

import java.util.UUID;
import org.homeward.kit.security.Actor;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/deliveries")
class DeliveryController {

    private final ReadDeliveries deliveries;

    DeliveryController(ReadDeliveries deliveries) {
        this.deliveries = deliveries;
    }

    @GetMapping
    Page<DeliveryView> all(
            @RequestParam(required = false) @Nullable DeliveryState state,
            @RequestParam(required = false) @Nullable UUID webhook,
            PageRequest page) {
        return deliveries.all(state, webhook, page);
    }

    @GetMapping("/mine")
    Page<DeliveryView> mine(
            Actor actor,
            @RequestParam(required = false) @Nullable DeliveryState state,
            PageRequest page) {
        return deliveries.mine(actor, state, page);
    }
}
