package org.homeward.kit.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

class ExportAnswersTest {

    private final Labels labels = new Labels(ExportAnswersTest.class, Set.of());
    private final ExportView export =
            ExportView.of(Language.TG, LocalDate.EPOCH, null, List.of(), labels);

    @Test
    void nothing_keeps_what_she_is_told_and_a_browser_reads_its_letters() {
        var data = ExportAnswers.data(export);
        var page = ExportAnswers.page(export, labels);

        assertThat(data.getBody()).isSameAs(export);
        assertThat(page.getBody()).isEqualTo(PrintedPage.of(export, labels));
        assertThat(List.of(data, page))
                .extracting(ResponseEntity::getHeaders)
                .allMatch(headers -> "no-store".equals(headers.getCacheControl()));
        assertThat(page.getHeaders().getContentType()).hasToString("text/html;charset=UTF-8");
    }
}
