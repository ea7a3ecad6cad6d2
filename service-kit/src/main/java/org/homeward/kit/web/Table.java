package org.homeward.kit.web;

import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractGenericHttpMessageConverter;

/**
 * Writes pages of one kind of rows as {@link Csv}, for whoever accepts that of a method which
 * {@code produces} it beside JSON: everything but the form is the same then. A bean. The cursor of
 * the following page is in the head. There is no place for {@link Page#notShown}: it is for rows
 * that have nothing sealed.
 */
public final class Table<T> extends AbstractGenericHttpMessageConverter<Page<T>> {

    /** Media type. */
    public static final String CSV = "text/csv";

    /** Header with {@link Page#next}; not there on the last page. */
    public static final String NEXT = "Next-Cursor";

    private static final MediaType UTF_8 = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ResolvableType pages;
    private final String name;
    private final List<Column<T>> columns;

    /** What of a row stands under which name. */
    public record Column<T>(String name, Function<T, @Nullable Object> value) {}

    /**
     * @param row each of a page
     * @param name of the file
     */
    public Table(Class<T> row, String name, List<Column<T>> columns) {
        super(UTF_8);
        this.pages = ResolvableType.forClassWithGenerics(Page.class, row);
        this.name = name;
        this.columns = List.copyOf(columns);
    }

    @Override
    public boolean canRead(Type type, @Nullable Class<?> within, @Nullable MediaType as) {
        return false;
    }

    @Override
    public boolean canWrite(@Nullable Type type, Class<?> what, @Nullable MediaType as) {
        return type != null && pages.isAssignableFrom(ResolvableType.forType(type)) && canWrite(as);
    }

    @Override
    protected void addDefaultHeaders(HttpHeaders head, Page<T> page, @Nullable MediaType as) {
        head.setContentType(UTF_8);
        head.setContentDisposition(ContentDisposition.attachment().filename(name + ".csv").build());
        head.setCacheControl(CacheControl.noStore());
        if (page.next() != null) {
            head.set(NEXT, page.next());
        }
    }

    @Override
    protected void writeInternal(Page<T> page, @Nullable Type type, HttpOutputMessage out)
            throws IOException {
        var lines = new ArrayList<List<? extends @Nullable Object>>();
        lines.add(columns.stream().map(Column::name).toList());
        for (T row : page.items()) {
            lines.add(columns.stream().map(column -> column.value().apply(row)).toList());
        }
        out.getBody().write(Csv.of(lines));
    }

    @Override
    public Page<T> read(Type type, @Nullable Class<?> within, HttpInputMessage in) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected Page<T> readInternal(Class<? extends Page<T>> kind, HttpInputMessage in) {
        throw new UnsupportedOperationException();
    }
}
