// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import java.time.Clock;
import org.baraza.cases.CaseBookStore;
import org.baraza.cases.CaseDeletion;
import org.baraza.cases.CaseLists;
import org.baraza.cases.CaseRepair;
import org.baraza.cases.Cases;
import org.baraza.casework.CaseReopening;
import org.baraza.casework.CaseUpdates;
import org.baraza.forms.CaseAttachments;
import org.baraza.forms.FormChunks;
import org.baraza.forms.FormLists;
import org.baraza.forms.Forms;
import org.baraza.graphql.GraphQlConfiguration;
import org.baraza.identity.Audit;
import org.baraza.persistence.changes.ChangeLog;
import org.baraza.persistence.tenancy.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What people and programs read, and what they change in cases. */
@Configuration(proxyBeanMethods = false)
@Import({
    CaseAttachments.class,
    CaseReopening.class,
    CaseRepair.class,
    CaseUpdates.class,
    Cases.class,
    Forms.class,
    GraphQlConfiguration.class
})
class ReadWiring {

    @Bean
    CaseLists caseLists(Transactions transactions) {
        return new CaseLists(transactions);
    }

    @Bean
    FormLists formLists(Transactions transactions, FormChunks chunks) {
        return new FormLists(transactions, chunks);
    }

    @Bean
    CaseDeletion caseDeletion(
            Transactions transactions, CaseBookStore books, ChangeLog changes, Audit audit, Clock clock) {
        return new CaseDeletion(transactions, books, changes, audit, clock);
    }
}
