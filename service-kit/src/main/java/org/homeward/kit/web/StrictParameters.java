package org.homeward.kit.web;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Ids in paths and queries only as we write them. An editor, because Spring tries its own, which
 * takes shorter ones too, when a converter refuses.
 */
@ControllerAdvice
final class StrictParameters {

    @InitBinder
    void ids(WebDataBinder binder) {
        binder.registerCustomEditor(UUID.class, new IdEditor());
    }

    private static final class IdEditor extends PropertyEditorSupport {

        @Override
        public void setAsText(String text) {
            setValue(StrictTexts.uuid(text));
        }
    }
}
