package org.homeward.kit.export;

import org.springframework.web.util.HtmlUtils;

/** An export as a page to print: no script, no picture, nothing from elsewhere. */
final class PrintedPage {

    private PrintedPage() {}

    /**
     * @param labels with {@code page.title}, and {@code page.made}: what stands before the day
     * @throws IllegalStateException when one of them has no label
     */
    static String of(ExportView export, Labels labels) {
        var language = Language.of(export.language());
        var title = escaped(labels.of(language, "page.title"));
        var page =
                new StringBuilder("<!doctype html>\n<html lang=\"")
                        .append(export.language())
                        .append("\"><head><meta charset=\"utf-8\"><title>")
                        .append(title)
                        .append("</title></head>\n<body><h1>")
                        .append(title)
                        .append("</h1>\n<p>")
                        .append(escaped(labels.of(language, "page.made")))
                        .append(' ')
                        .append(export.made())
                        .append("</p>\n");
        if (export.withheld() != null) {
            page.append("<p>").append(escaped(export.withheld())).append("</p>\n");
        }
        for (var record : export.records()) {
            page.append("<h2>").append(escaped(record.title())).append("</h2>\n<dl>\n");
            for (var field : record.fields()) {
                page.append("<dt>").append(escaped(field.label())).append("</dt>");
                field.texts()
                        .forEach(text -> page.append("<dd>").append(escaped(text)).append("</dd>"));
                page.append('\n');
            }
            page.append("</dl>\n");
        }
        return page.append("</body></html>\n").toString();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
