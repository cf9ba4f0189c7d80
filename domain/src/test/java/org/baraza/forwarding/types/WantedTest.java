// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.baraza.forwarding.spi.ForwarderOptions;
import org.baraza.forwarding.spi.Occurrence;
import org.baraza.forwarding.spi.Occurrence.CaseChanged;
import org.baraza.forwarding.spi.Occurrence.FormArrived;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which changes a forwarder of each type takes, with its filters (spec/22 section 9, number 6). */
final class WantedTest {
    private static final ForwarderOptions USUAL = ForwarderOptions.usual();

    private static ForwarderOptions only(Set<String> xmlnses, Set<String> caseTypes, Set<String> excluded) {
        return new ForwarderOptions(
                true, xmlnses, caseTypes, excluded, false, USUAL.backOffCodes(), false, USUAL.concurrency(), 0);
    }

    @ParameterizedTest
    @CsvSource({
        "ALL, true, true", "ALL, false, true",
        "CREATED, true, true", "CREATED, false, false",
        "UPDATED, true, false", "UPDATED, false, true",
    })
    void newCasesAndOldOnesAreToldApartByTheFirstForm(CaseType type, boolean first, boolean wanted) {
        assertThat(type.accepts(new CaseChanged("c1", "mother", "u1", first), USUAL))
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({"mother, u1, true", "child, u1, false", "mother, u2, false", "child, u2, false", "mother, '', true"})
    void casesOfOtherTypesAndThoseThatAnExcludedUserChangedLastStay(String caseType, String userId, boolean wanted) {
        var options = only(Set.of(), Set.of("mother"), Set.of("u2"));
        assertThat(CaseType.ALL.accepts(new CaseChanged("c1", caseType, userId, true), options))
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({"visit, u1, true", "birth, u1, false", "visit, u2, false", "visit, '', true"})
    void formsOfOtherNamespacesAndOfExcludedUsersStay(String xmlns, String userId, boolean wanted) {
        var options = only(Set.of("visit"), Set.of(), Set.of("u2"));
        assertThat(new FormType().accepts(new FormArrived("f1", xmlns, userId), options))
                .isEqualTo(wanted);
    }

    @Test
    void aStubLooksAtTheUserAlone() {
        var options = only(Set.of("visit"), Set.of(), Set.of("u2"));
        assertThat(new FormStubType().accepts(new FormArrived("f1", "birth", "u1"), options))
                .isTrue();
        assertThat(new FormStubType().accepts(new FormArrived("f1", "visit", "u2"), options))
                .isFalse();
    }

    @Test
    void eachTypeTakesItsOwnKindOfChange() {
        Occurrence app = new Occurrence.AppSaved("a1");
        Occurrence user = new Occurrence.UserSaved("u1");
        Occurrence location = new Occurrence.LocationSaved("l1");
        assertThat(SavedType.APPS.accepts(app, USUAL)).isTrue();
        assertThat(SavedType.APPS.accepts(user, USUAL)).isFalse();
        assertThat(SavedType.USERS.accepts(user, USUAL)).isTrue();
        assertThat(SavedType.LOCATIONS.accepts(location, USUAL)).isTrue();
        assertThat(SavedType.LOCATIONS.accepts(app, USUAL)).isFalse();
        assertThat(CaseType.ALL.accepts(new FormArrived("f1", "visit", "u1"), USUAL))
                .isFalse();
        assertThat(new FormType().accepts(new CaseChanged("c1", "mother", "u1", true), USUAL))
                .isFalse();
    }
}
