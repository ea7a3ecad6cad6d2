package org.homeward.kit.sealing;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For operators who replace the master key: a version that wraps nothing can be taken away. */
@RestController
class KeysController {

    private final Rewrapping rewrapping;

    KeysController(Rewrapping rewrapping) {
        this.rewrapping = rewrapping;
    }

    /**
     * @param wrapping the version that wraps from now on
     */
    record KeysStanding(int wrapping, List<Rewrapping.MasterKeyVersion> versions) {}

    @GetMapping("/ops/v1/keys")
    KeysStanding standing() {
        return new KeysStanding(rewrapping.wrapping(), rewrapping.versions());
    }
}
