// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.identity.UserDataRules.Settled;
import org.baraza.problem.Problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UserDataRulesTest {
    private static final UserDataField REQUIRED = new UserDataField("ward", "Ward", true, List.of(), "", "");
    private static final UserDataField CHOICE =
            new UserDataField("cadre", "Cadre", false, List.of("chw", "cha"), "", "");
    private static final UserDataField CODE =
            new UserDataField("code", "Code", false, List.of(), "[A-Z]{2}[0-9]+", "Two capitals and a number.");
    private static final UserDataProfile NORTH = new UserDataProfile("p-1", "North", Map.of("ward", "Ahero"));

    private final UserDataRules rules = new UserDataRules(List.of(REQUIRED, CHOICE, CODE), List.of(NORTH));

    @Test
    void whatIsRequiredMustBeThereAndNotEmpty() {
        assertThat(codes(Map.of())).containsExactly("USER_DATA_REQUIRED");
        assertThat(codes(Map.of("ward", ""))).containsExactly("USER_DATA_REQUIRED");
        assertThat(codes(Map.of("ward", "x"))).isEmpty();
    }

    @Test
    void aChoiceIsOneOfThemAndAnExpressionMatchesTheWholeValue() {
        assertThat(codes(Map.of("ward", "x", "cadre", "nurse"))).containsExactly("USER_DATA_NOT_A_CHOICE");
        assertThat(codes(Map.of("ward", "x", "cadre", ""))).isEmpty();
        assertThat(codes(Map.of("ward", "x", "code", "KE1"))).isEmpty();
        List<FieldError> errors =
                rules.settle(Map.of("ward", "x", "code", "my KE1")).errors();
        assertThat(errors).extracting(FieldError::message).containsExactly("Two capitals and a number.");
    }

    @Test
    void anExpressionThatWouldTakeForEverDoesNotMatch() {
        var hostile = new UserDataField("ward", "Ward", true, List.of(), "(a+)+b", "");
        var settled = new UserDataRules(List.of(hostile), List.of()).settle(Map.of("ward", "a".repeat(60)));
        assertThat(settled.errors()).extracting(FieldError::code).containsExactly("USER_DATA_NOT_MATCHING");
    }

    @Test
    void whoHasAProfileHasItsValuesAndNoOthers() {
        Settled settled = rules.settle(Map.of("commcare_profile", "p-1", "extra", "kept"));
        assertThat(settled.errors()).isEmpty();
        assertThat(settled.profile()).isEqualTo(Optional.of(NORTH));
        assertThat(settled.data()).isEqualTo(Map.of("commcare_profile", "p-1", "ward", "Ahero", "extra", "kept"));
        assertThat(codes(Map.of("commcare_profile", "p-1", "ward", "Kisumu"))).containsExactly("SET_BY_PROFILE");
        assertThat(codes(Map.of("commcare_profile", "p-1", "ward", "Ahero"))).isEmpty();
        assertThat(codes(Map.of("commcare_profile", "p-2", "ward", "x"))).containsExactly("PROFILE_UNKNOWN");
        assertThat(rules.settle(Map.of("commcare_profile", "", "ward", "x")).data())
                .isEqualTo(Map.of("ward", "x"));
    }

    @Test
    void whatTheServerAnswersMayBeSentBack() {
        Map<String, String> sent = Map.of("ward", "x", "commcare_project", "demo", "commcare_location_id", "l-1");
        assertThat(rules.settle(sent).data()).isEqualTo(Map.of("ward", "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2nd",
                "a b",
                "xml_thing",
                "XMLx",
                "commcare_x",
                "name",
                "type",
                "owner_id",
                "user_type",
                "a:b"
            })
    void aSlugIsANameInXmlWithoutAMeaningOfItsOwn(String slug) {
        assertThat(codes(UserDataField.plain(slug, "Label"))).containsExactly("SLUG_INVALID");
    }

    @Test
    void fieldsHaveLabelsFittingExpressionsAndSlugsOfTheirOwn() {
        assertThat(codes(UserDataField.plain("ward", "Ward"), UserDataField.plain("cadre_2-x.y", "Cadre")))
                .isEmpty();
        assertThat(codes(UserDataField.plain("ward", " "))).containsExactly("LABEL_INVALID");
        assertThat(codes(UserDataField.plain("ward", "a"), UserDataField.plain("ward", "b")))
                .containsExactly("SLUG_TWICE");
        assertThat(codes(new UserDataField("ward", "Ward", false, List.of(" "), "", "")))
                .containsExactly("CHOICES_INVALID");
        assertThat(codes(new UserDataField("ward", "Ward", false, List.of(), "(", "")))
                .containsExactly("REGEX_INVALID");
        assertThat(codes(UserDataField.plain("x".repeat(128), "Long"))).containsExactly("SLUG_INVALID");
    }

    @Test
    void aProfileFixesFieldsThatThereAreWithValuesThatTheyTake() {
        List<UserDataField> fields = List.of(REQUIRED, CHOICE);
        assertThat(UserDataFieldRules.brokenByProfile("North", Map.of("cadre", "chw"), fields))
                .isEmpty();
        assertThat(UserDataFieldRules.brokenByProfile(" ", Map.of("cadre", "nurse", "what", "x"), fields))
                .extracting(FieldError::code)
                .containsExactly("NAME_INVALID", "FIELD_UNKNOWN", "USER_DATA_NOT_A_CHOICE");
    }

    private List<String> codes(Map<String, String> data) {
        return rules.settle(data).errors().stream().map(FieldError::code).toList();
    }

    private static List<String> codes(UserDataField... fields) {
        return UserDataFieldRules.broken(List.of(fields)).stream()
                .map(FieldError::code)
                .toList();
    }
}
