// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.apps.AppVectors;
import org.junit.jupiter.api.Test;

final class QuestionsTest {

    @Test
    void everyTypeOfTheSurveyIsKnownByItsName() throws Exception {
        List<Question> questions = survey();

        assertThat(questions)
                .extracting(question -> question.path() + " " + question.type())
                .startsWith(
                        "/data/welcome Trigger",
                        "/data/basics FieldList",
                        "/data/basics/name Text",
                        "/data/basics/pin Secret",
                        "/data/basics/age Int",
                        "/data/basics/nid Long",
                        "/data/times Group",
                        "/data/times/d Date",
                        "/data/times/t Time",
                        "/data/times/dt DateTime",
                        "/data/height Double")
                .contains(
                        "/data/symptoms MSelect",
                        "/data/region SelectDynamic",
                        "/data/where Geopoint",
                        "/data/code Barcode",
                        "/data/photo Image",
                        "/data/voice Audio",
                        "/data/clip Video",
                        "/data/doc Document",
                        "/data/sign Signature",
                        "/data/child Repeat",
                        "/data/trip Repeat",
                        "/data/bmi DataBindOnly")
                .doesNotHaveDuplicates();
    }

    @Test
    void aQuestionKnowsItsPlaceAndItsLogic() throws Exception {
        Question name = question(survey(), "/data/child/cname");
        Question perDay = question(survey(), "/data/per_day");
        Question position = question(survey(), "/data/child/pos");

        assertThat(name.repeat()).contains("/data/child");
        assertThat(name.hashtag()).isEqualTo("#form/child/cname");
        assertThat(perDay.relevant()).contains("/data/smokes = 'yes'");
        assertThat(perDay.required()).isFalse();
        assertThat(question(survey(), "/data/basics/name").required()).isTrue();
        assertThat(position.isHidden()).isTrue();
        assertThat(position.calculate()).contains("position(..)");
        assertThat(position.repeat()).contains("/data/child");
        assertThat(question(survey(), "/data/n_children").setvalue()).contains("0");
        assertThat(question(survey(), "/data/basics/pin").constraintMessageRef())
                .contains("basics/pin-constraintMsg");
    }

    @Test
    void choicesAreWrittenInTheFormOrComeFromATable() throws Exception {
        assertThat(question(survey(), "/data/smokes").options())
                .extracting(Question.Choice::value, Question.Choice::label)
                .containsExactly(tuple("yes", "Yes"), tuple("no", "No"));
        assertThat(question(survey(), "/data/region").source())
                .contains(new Question.ChoiceSource(
                        Optional.of("item-list:place"),
                        Optional.of("jr://fixture/item-list:place"),
                        "instance('item-list:place')/place_list/place[kind = 'region']",
                        "name",
                        "code",
                        Optional.of("name")));
    }

    @Test
    void labelsComeInEveryLanguageWithWhatTheyPutIn() throws Exception {
        List<Question> visit = Questions.of(AppVectors.source("01-chw", "form_visit"));

        assertThat(question(visit, "/data/intro").label()).isEqualTo("Visit to <output value=\"#case/case_name\"/>");
        assertThat(question(visit, "/data/weight").translations())
                .isEqualTo(Map.of("en", "Weight (kg)", "sw", "Uzito (kg)"));
    }

    @Test
    void aValueThatIsSavedToACaseIsOneQuestion() throws Exception {
        List<Question> questions = Questions.of("""
                <h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
                  xmlns:vellum="http://commcarehq.org/xforms/vellum"><h:head><model><instance>
                  <data xmlns="urn:f"><save vellum:role="SaveToCase" vellum:case_type="child">
                    <case xmlns="http://commcarehq.org/case/transaction/v2"><update><x/></update></case></save>
                    <kept vellum:comment="why"/></data></instance></model></h:head><h:body/></h:html>
                """);

        assertThat(questions)
                .extracting(Question::path, Question::type)
                .containsExactly(tuple("/data/save", "SaveToCase"), tuple("/data/kept", "DataBindOnly"));
        assertThat(question(questions, "/data/kept").comment()).contains("why");
    }

    @Test
    void whatIsNoFormIsRefusedWithAReason() {
        assertThatThrownBy(() -> Questions.of(" "))
                .isInstanceOfSatisfying(
                        BadForm.class, bad -> assertThat(bad.reason()).isEqualTo(BadForm.Reason.BLANK));
        assertThatThrownBy(() -> Questions.of("<x"))
                .isInstanceOfSatisfying(
                        BadForm.class, bad -> assertThat(bad.reason()).isEqualTo(BadForm.Reason.NOT_XML));
        assertThatThrownBy(() -> Questions.of("<x/>"))
                .isInstanceOfSatisfying(
                        BadForm.class, bad -> assertThat(bad.reason()).isEqualTo(BadForm.Reason.NOT_A_FORM));
    }

    private static List<Question> survey() throws BadForm {
        return Questions.of(AppVectors.source("03-survey", "sv_form"));
    }

    private static Question question(List<Question> questions, String path) {
        return questions.stream()
                .filter(question -> question.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
