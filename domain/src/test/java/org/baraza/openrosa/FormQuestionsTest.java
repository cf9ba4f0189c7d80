// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.baraza.openrosa.FormQuestion.Kind;
import org.baraza.xml.XmlLimits;
import org.baraza.xml.XmlReader;
import org.baraza.xml.XmlRejected;
import org.junit.jupiter.api.Test;

class FormQuestionsTest {

    private static List<FormQuestion> questions(String document) throws XmlRejected {
        return FormQuestions.of(XmlReader.read(document.getBytes(UTF_8), XmlLimits.FORM));
    }

    @Test
    void questionsComeInTheOrderOfTheFormWithIndicesWhereTheyRepeat() throws XmlRejected {
        assertThat(questions("<data><name>Amina</name><child><weight>3</weight></child><end/>"
                        + "<child><weight>4</weight><case case_id='c'/></child></data>"))
                .containsExactly(
                        new FormQuestion("/data/name", "name", 0, Kind.QUESTION, "Amina"),
                        new FormQuestion("/data/child[1]", "child", 0, Kind.GROUP, ""),
                        new FormQuestion("/data/child[1]/weight", "weight", 1, Kind.QUESTION, "3"),
                        new FormQuestion("/data/end", "end", 0, Kind.QUESTION, ""),
                        new FormQuestion("/data/child[2]", "child", 0, Kind.GROUP, ""),
                        new FormQuestion("/data/child[2]/weight", "weight", 1, Kind.QUESTION, "4"));
    }

    @Test
    void onlyAQuestionHasAValue() throws XmlRejected {
        assertThat(questions("<d><a/><b><c/></b></d>"))
                .extracting(question -> question.value().isPresent())
                .containsExactly(true, false, true);
    }

    @Test
    void theMetaBlockAndCaseBlocksAreLeftOutAndNothingElseOfThoseNames() throws XmlRejected {
        assertThat(
                        questions(
                                "<d><n:meta xmlns:n='u'><n:userID/></n:meta><case case_id='a'/><case><case_id>b</case_id></case>"
                                        + "<case>plain</case><g><meta>x</meta><case xmlns='v' case_id='c'><update/></case></g></d>"))
                .extracting(FormQuestion::path)
                .containsExactly("/d/case[3]", "/d/g", "/d/g/meta");
    }
}
