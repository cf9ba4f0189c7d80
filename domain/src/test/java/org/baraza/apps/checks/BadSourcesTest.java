// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.apps.checks.Fault.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.baraza.apps.TestApps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a form's source is found, at its place and with a sentence. */
final class BadSourcesTest {
    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsFoundAtItsPlace(Fault fault) {
        fault.mustBeFound();
    }

    static Stream<Fault> faults() {
        List<Fault> all = new ArrayList<>();
        sources(all);
        return all.stream();
    }

    private static void sources(List<Fault> all) {
        all.add(source("no XML", "invalid xml", "<h:html"));
        all.add(source("nothing", "blank form", TestApps.source("visit", "", "")));
        all.add(source(
                "no namespace",
                "validation error",
                TestApps.source("visit", "<name/>", "").replace("xmlns=\"urn:visit\"", "xmlns=\"\"")));
        all.add(model("a rule of nothing", "validation error", "<bind relevant=\"1\"/>"));
        all.add(model(
                "two rules of one",
                "validation error",
                "<bind nodeset=\"/data/x\" relevant=\"1\"/><bind nodeset=\"/data/x\" required=\"true()\"/>"));
        all.add(body("an answer to no place", "validation error", "<input><label>x</label></input>"));
        all.add(body("a question twice", "validation error", "<input ref=\"/data/x\"/><input ref=\"/data/x\"/>"));
        all.add(body("a choice without a value", "validation error", choice("")));
        all.add(body("a choice with a blank", "validation error", choice("a b")));
        all.add(model("a text in another language alone", "missing text", """
                <itext><translation lang="sw" default=""><text id="x-msg"><value>Hapana</value></text></translation></itext>
                <bind nodeset="/data/x" jr:constraintMsg="jr:itext('x-msg')"/>"""));
        all.add(model("logic that cannot be read", "validation error", "<bind nodeset=\"/data/x\" relevant=\"1 +\"/>"));
        all.add(model("an unknown question", "unknown question", "<bind nodeset=\"/data/x\" calculate=\"/data/y\"/>"));
        all.add(model(
                "a property that nobody saves, by its short name",
                "unknown property",
                "<bind nodeset=\"/data/x\" calculate=\"#case/agge\"/>"));
        all.add(model("a property that nobody saves, written out", "unknown property", """
                <bind nodeset="/data/x" calculate="instance('casedb')/casedb/case[@case_id =
                  instance('commcaresession')/session/data/case_id]/agge"/>"""));
        all.add(model("the user's case where there are none", "no user cases", """
                <bind nodeset="/data/x" calculate="instance('casedb')/casedb/case[@case_type = 'commcare-user'][hq_user_id =
                  instance('commcaresession')/session/context/userid]/phone_number"/>"""));
        all.add(model("an unknown function", "unknown function", "<bind nodeset=\"/data/x\" calculate=\"foo()\"/>"));
        all.add(model(
                "an unknown table",
                "unknown table",
                "<bind nodeset=\"/data/x\" calculate=\"instance('item-list:z')/a\"/>"));
        all.add(
                model(
                        "a column that a table lacks",
                        "unknown column",
                        "<bind nodeset=\"/data/x\" calculate=\"instance('item-list:village')/village_list/village[id = 1]/nme\"/>"));
        all.add(body(
                "choices that show a column which their table lacks",
                "unknown column",
                "<select1 ref=\"/data/x\"><label>A</label>"
                        + "<itemset nodeset=\"instance('item-list:village')/village_list/village[id = 1]\">"
                        + "<label ref=\"nme\"/><value ref=\"id\"/></itemset></select1>"));
        all.add(
                model(
                        "a circle",
                        "cyclic logic",
                        "<bind nodeset=\"/data/x\" calculate=\"/data/photo\"/><bind nodeset=\"/data/photo\" calculate=\"../x\"/>"));
        all.add(model(
                "a group that hides its own key",
                "cyclic logic",
                "<bind nodeset=\"/data/rep\" relevant=\"/data/rep/inner = 1\"/>"));
        all.add(model("a rule for nothing", "path error", "<bind nodeset=\"/data/gone\"/>"));
        all.add(model(
                "a value for nothing",
                "path error",
                "<setvalue event=\"xforms-ready\" ref=\"/data/gone\" value=\"1\"/>"));
        all.add(model(
                "a strange moment", "validation error", "<setvalue event=\"later\" ref=\"/data/x\" value=\"1\"/>"));
        all.add(model("a strange part", "validation error", "<strange/>"));
        all.add(model(
                "a text that is not there",
                "missing text",
                "<bind nodeset=\"/data/x\" jr:constraintMsg=\"jr:itext('gone')\"/>"));
        all.add(body("no choices", "validation error", "<select1 ref=\"/data/x\"><label>x</label></select1>"));
        all.add(body("an answer to nowhere", "path error", "<input ref=\"/data/gone\"/>"));
        all.add(body(
                "two of one value",
                "duplicate choice",
                "<select1 ref=\"/data/x\"><item><label>a</label><value>a</value></item>"
                        + "<item><label>b</label><value>a</value></item></select1>"));
    }

    private static String choice(String value) {
        return "<select1 ref=\"/data/x\"><label>x</label><item><label>a</label><value>" + value
                + "</value></item></select1>";
    }

    @Test
    void aFormWithoutACaseCannotSpeakOfOne() {
        TestApps app = new TestApps();
        app.menu("m", "", "{}")
                .form(
                        "f",
                        "{}",
                        TestApps.source("f", "<name/><x/>", "<bind nodeset=\"/data/x\" calculate=\"#case/y\"/>"));

        assertThat(AppChecks.ofForm(app.app(), app.sources(), CheckContext.NOTHING_KNOWN, "f"))
                .extracting(Problem::type)
                .containsExactly("unknown case");
    }

    private static Fault source(String name, String type, String source) {
        TestApps app = new TestApps();
        app.menu("m", "mother", "{}").form("visit", TestApps.followsUp(), source);
        return new Fault(name, app, type, "form visit");
    }

    private static Fault model(String name, String type, String model) {
        return source(name, type, visit(model, ""));
    }

    private static Fault body(String name, String type, String body) {
        return source(name, type, visit("", body));
    }
}
