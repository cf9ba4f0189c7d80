// SPDX-License-Identifier: Apache-2.0
package org.baraza.bench.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.baraza.bench.forms.PlannedForm.Worker;
import org.junit.jupiter.api.Test;

class FormXmlTest {
    private final HomeVisits visits =
            new HomeVisits(new Worker("0f5d7c0a4b9e4a7f9d3f0a1b2c3d4e5f", "amina", "Basic x"), 1);

    @Test
    void aVisitIsAboutAsLongAsThoseOfPhonesAndWellFormed() throws Exception {
        visits.next();
        byte[] xml = FormXml.write(visits.next());

        assertThat(xml.length).isBetween(1_800, 2_300);
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var root = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
        assertThat(root.getNamespaceURI()).isEqualTo(FormXml.XMLNS);
        assertThat(root.getElementsByTagNameNS("http://commcarehq.org/case/transaction/v2", "case")
                        .getLength())
                .isEqualTo(2);
    }

    @Test
    void everyVisitMakesACaseAndUpdatesOneThatWasMadeBefore() {
        PlannedForm first = visits.next();
        PlannedForm second = visits.next();

        assertThat(first.caseIds()).hasSize(1);
        assertThat(second.caseIds()).hasSize(2).containsAll(first.caseIds());
        assertThat(second.id()).isNotEqualTo(first.id());
    }
}
