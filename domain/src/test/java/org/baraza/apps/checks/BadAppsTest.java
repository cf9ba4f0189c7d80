// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.apps.checks.Fault.fault;
import static org.baraza.apps.checks.Fault.good;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.baraza.apps.TestApps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with an app as a whole is found, at its place and with a sentence. */
final class BadAppsTest {
    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsFoundAtItsPlace(Fault fault) {
        fault.mustBeFound();
    }

    static Stream<Fault> faults() {
        List<Fault> all = new ArrayList<>();
        all.add(new Fault("an empty app", new TestApps(), "no modules", "app"));
        all.add(fault("a blank language", "empty lang", "app", app -> app.set("{'langs': ['en', ' ']}")));
        all.add(fault(
                "a language of a profile",
                "empty lang",
                "app",
                app -> app.set("{'build_profiles': {'p': {'name': 'Coast', 'langs': ['sw']}}}")));
        all.add(fault("a language of no code", "empty lang", "app", app -> app.set("{'langs': ['en', 'English']}")));
        all.add(fault("a language twice", "empty lang", "app", app -> app.set("{'langs': ['en', 'en']}")));
        all.add(fault("two forms of one id", "duplicate form id", "form visit", app -> {
            app.menu("other", "", "{}").form("visit", "{'xmlns': 'urn:other'}");
        }));
        all.add(fault("two forms of one namespace", "duplicate xmlns", "form second", app -> {
            app.menu("other", "", "{}")
                    .form("second", "{'xmlns': 'urn:visit'}", TestApps.source("visit", "<name/>", ""));
        }));
        all.add(fault(
                "a strange password format",
                "password_format",
                "app",
                app -> app.set("{'profile': {'properties': {'password_format': 'z'}}}")));
        all.add(fault(
                "sharing against the settings",
                "case_sharing",
                "app",
                app -> app.set("{'case_sharing': true, 'profile': {'properties': {'server-tether': 'push-only'}}}")));
        all.add(fault(
                "a practice user who left",
                "practice user config error",
                "app",
                app -> app.set("{'practice_mobile_worker_id': 'u9'}")));
        all.add(fault(
                "a practice user of a profile whose data is too large",
                "practice data too large",
                "app",
                app -> app.set("{'build_profiles': {'p': {'name': 'Coast', 'practice_mobile_worker_id': 'u2'}}}")));
        return all.stream();
    }

    @Test
    void theAppThatTheFaultsArePutIntoIsGood() {
        TestApps good = good();

        assertThat(AppChecks.of(good.app(), good.sources(), Fault.KNOWN)).isEmpty();
    }
}
