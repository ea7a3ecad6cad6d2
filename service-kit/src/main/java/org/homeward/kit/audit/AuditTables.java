package org.homeward.kit.audit;

import java.util.List;
import org.homeward.kit.audit.AuditController.ReadView;
import org.homeward.kit.audit.Trail.ChangeEntry;
import org.homeward.kit.web.Table;
import org.homeward.kit.web.Table.Column;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What auditors find as a table: all that stands in the JSON, under the same names. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class AuditTables {

    @Bean
    Table<ChangeEntry> changesTable() {
        return new Table<>(
                ChangeEntry.class,
                "changes",
                List.of(
                        new Column<>("aggregate", ChangeEntry::aggregate),
                        new Column<>("version", ChangeEntry::version),
                        new Column<>("kind", ChangeEntry::kind),
                        new Column<>("at", ChangeEntry::at),
                        new Column<>("actor", ChangeEntry::actor),
                        new Column<>("organisation", ChangeEntry::organisation),
                        new Column<>("action", ChangeEntry::action),
                        new Column<>("command", ChangeEntry::command),
                        new Column<>("fields", ChangeEntry::fields),
                        new Column<>(
                                "seal.batch",
                                change -> change.seal() == null ? null : change.seal().batch()),
                        new Column<>(
                                "seal.position",
                                change ->
                                        change.seal() == null ? null : change.seal().position())));
    }

    @Bean
    Table<ReadView> readsTable() {
        return new Table<>(
                ReadView.class,
                "reads",
                List.of(
                        new Column<>("id", ReadView::id),
                        new Column<>("at", ReadView::at),
                        new Column<>("actor", ReadView::actor),
                        new Column<>("organisation", ReadView::organisation),
                        new Column<>("roles", ReadView::roles),
                        new Column<>("purpose", ReadView::purpose),
                        new Column<>("kind", ReadView::kind),
                        new Column<>("records", ReadView::records),
                        new Column<>(
                                "sought.actor",
                                read -> read.sought() == null ? null : read.sought().actor()),
                        new Column<>(
                                "sought.from",
                                read -> read.sought() == null ? null : read.sought().from()),
                        new Column<>(
                                "sought.to",
                                read -> read.sought() == null ? null : read.sought().to()),
                        new Column<>(
                                "seal.batch",
                                read -> read.seal() == null ? null : read.seal().batch()),
                        new Column<>(
                                "seal.position",
                                read -> read.seal() == null ? null : read.seal().position())));
    }
}
