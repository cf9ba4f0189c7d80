// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import org.baraza.apps.compare.CaseUse;
import org.baraza.apps.model.App;
import org.baraza.dictionary.Vocabulary;

/** The types of cases that an app keeps and the properties that it writes to them: what the data dictionary learns of it. */
final class CaseWords {
    private CaseWords() {}

    static Vocabulary of(App app) {
        CaseUse use = CaseUse.of(app);
        Vocabulary words = new Vocabulary();
        for (String type : use.caseTypes()) {
            words.add(
                    type,
                    use.properties().stream()
                            .filter(property ->
                                    property.written() && property.caseType().equals(type))
                            .map(CaseUse.Property::name)
                            .toList());
        }
        return words;
    }
}
