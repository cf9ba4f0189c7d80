// SPDX-License-Identifier: Apache-2.0
package org.baraza.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class EditableDocumentsTest {

    @Test
    void textBetweenElementsAndPrefixesAreKept() throws Exception {
        String text = "<h:p xmlns:h=\"urn:h\" xmlns:q=\"urn:q\">Dear <h:b q:x=\"1\">you</h:b>, &lt;hello&gt;</h:p>";

        assertThat(fragment(read(text))).isEqualTo(text);
    }

    @Test
    void namespacesAreDeclaredWhereTheyAreNew() throws Exception {
        EditableElement root = read("<data xmlns=\"urn:form\"/>");

        root.add(EditableElement.of("case", "urn:case").add(EditableElement.of("name", "urn:case")));
        root.add(EditableElement.of("orx", "meta", "urn:orx").set("v", "urn:v", "role", "x"));

        assertThat(fragment(root))
                .isEqualTo("<data xmlns=\"urn:form\"><case xmlns=\"urn:case\"><name/></case>"
                        + "<orx:meta xmlns:orx=\"urn:orx\" xmlns:v=\"urn:v\" v:role=\"x\"/></data>");
    }

    @Test
    void aPrefixThatMeansSomethingElseOutsideIsDeclaredAnew() throws Exception {
        EditableElement root = read("<a xmlns:p=\"urn:1\"><p:b/></a>");

        root.add(EditableElement.of("p", "c", "urn:2"));

        assertThat(fragment(root)).isEqualTo("<a xmlns:p=\"urn:1\"><p:b/><p:c xmlns:p=\"urn:2\"/></a>");
    }

    @Test
    void documentsAreLaidOutWhereNoTextStands() {
        EditableElement root = EditableElement.of("suite")
                .add(EditableElement.of("text").add(EditableElement.of("locale").set("id", "m0")))
                .add("form", "urn:x");

        assertThat(new String(EditableDocuments.bytes(root), UTF_8)).isEqualTo("""
                        <?xml version='1.0' encoding='UTF-8'?>
                        <suite>
                          <text>
                            <locale id="m0"/>
                          </text>
                          <form>urn:x</form>
                        </suite>
                        """);
    }

    @Test
    void documentTypesAreRefused() {
        assertThatThrownBy(() -> read("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"))
                .isInstanceOf(XmlRejected.class);
    }

    @Test
    void aCopyIsNotTheOriginal() throws Exception {
        EditableElement root = read("<a><b x=\"1\"/></a>");
        EditableElement copy = root.copy();

        copy.element("b").orElseThrow().set("x", "2");

        assertThat(fragment(root)).isEqualTo("<a><b x=\"1\"/></a>");
        assertThat(fragment(copy)).isEqualTo("<a><b x=\"2\"/></a>");
    }

    private static EditableElement read(String text) throws XmlRejected {
        return EditableDocuments.read(text.getBytes(UTF_8), XmlLimits.FORM);
    }

    private static String fragment(EditableElement element) {
        return new String(EditableDocuments.fragment(element), UTF_8);
    }
}
