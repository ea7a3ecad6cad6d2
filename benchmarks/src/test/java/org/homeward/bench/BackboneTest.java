package org.homeward.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.homeward.bench.Backbone.Part;
import org.homeward.bench.report.Chart;
import org.homeward.bench.report.Figure;
import org.homeward.bench.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench itself runs, from the start of its backends to the file; how fast is not asked. */
class BackboneTest {

    /** A million with -Pfull. */
    private static final Size SIZE =
            Size.tinyWithBacklog(Integer.getInteger("bench.backlog", 1_000));

    @Test
    void every_part_is_measured_ours_and_floor_and_written(@TempDir Path folder) throws Exception {
        var report = Bench.run(SIZE, 42, EnumSet.allOf(Part.class), List.of());

        Path json = folder.resolve("results/backbone.json");
        report.write(json);
        assertThat(Report.read(json)).isEqualTo(report);
        assertThat(report.figures())
                .extracting(Figure::name)
                .doesNotHaveDuplicates()
                .contains(
                        "commit.closed",
                        "http.effect",
                        "open200.effect.p99",
                        "drain.rate",
                        "http.effect.two");
        assertThat(report.figures())
                .allSatisfy(
                        figure -> {
                            assertThat(figure.runs()).isNotEmpty();
                            assertThat(figure.ours()).isPositive();
                            assertThat(figure.floor()).isPositive();
                        });

        Path chart = folder.resolve("chart.svg");
        Chart.draw(report, chart);
        var drawing = Files.readString(chart).getBytes(StandardCharsets.UTF_8);
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(drawing));
    }
}
