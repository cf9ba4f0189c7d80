// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlReader;
import org.baraza.xml.XmlRejected;
import org.junit.jupiter.api.Test;

/** What is learned from data, and what becomes of an older export when there is more to know. */
class ShapeTest {

    private static Shape of(String... forms) throws XmlRejected {
        FormShape shape = new FormShape();
        for (String form : forms) {
            shape.saw(XmlReader.read(
                    ("<data xmlns=\"u\">" + form + "<meta><userID>u</userID></meta></data>")
                            .getBytes(StandardCharsets.UTF_8),
                    XmlLimits.FORM));
        }
        return shape.shape();
    }

    private static List<String> paths(Shape shape) {
        return shape.values().stream().map(Shape.Value::path).toList();
    }

    @Test
    void aGroupRepeatsWhenItWasSeenTwiceInAForm() throws XmlRejected {
        Shape shape = of("<a>1</a><g><b/></g><g><b/></g>", "<a>1</a><g><b/></g>");
        assertThat(shape.repeats()).containsExactly("form.g");
        assertThat(paths(shape)).containsExactly("form.a", "form.g.b");
        assertThat(of("<g><b/></g>").repeats()).isEmpty();
    }

    @Test
    void caseBlocksAreNoQuestionsAndTellTheCase() throws XmlRejected {
        Shape shape = of("<a/><case case_id=\"c\"><update><x/></update></case>");
        assertThat(paths(shape)).containsExactly("form.a", FormPaths.CASE_ID, FormPaths.CASE_NAME);
    }

    @Test
    void wordsThatComeAgainAndAgainAreOptionsAndSentencesAreNot() throws XmlRejected {
        String[] forms = new String[12];
        for (int form = 0; form < forms.length; form++) {
            forms[form] = "<signs>fever cough</signs><note>Seen on day " + form + ", well.</note>";
        }
        Shape shape = of(forms);
        assertThat(shape.values())
                .containsExactly(
                        new Shape.Value("form.signs", List.of("fever", "cough")),
                        new Shape.Value("form.note", List.of()));
    }

    @Test
    void whatIsNewStandsBehindWhatItFollows() throws XmlRejected {
        Shape both = of("<a/><c/>").and(of("<a/><b/><c/><d/>"));
        assertThat(paths(both)).containsExactly("form.a", "form.b", "form.c", "form.d");
        assertThat(both.and(of("<a/>"))).isEqualTo(both);
    }

    @Test
    void anOlderExportGetsNewQuestionsUnselected() throws XmlRejected {
        List<ExportTable> before = UsualTables.of(ExportType.FORM, of("<a/><c/>"));
        List<ExportTable> after =
                KnownColumns.added(before, UsualTables.of(ExportType.FORM, of("<a/><b/><c/><g><x/></g><g><x/></g>")));
        List<ExportColumn> columns = after.getFirst().columns();
        ExportColumn added = columns.stream()
                .filter(column -> column.path().equals("form.b"))
                .findFirst()
                .orElseThrow();
        assertThat(added.selected()).isFalse();
        assertThat(columns.get(columns.indexOf(added) - 1).path()).isEqualTo("form.a");
        assertThat(after.getLast().path()).isEqualTo("form.g");
        assertThat(after.getLast().selected()).isFalse();
    }
}
