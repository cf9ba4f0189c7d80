// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import java.util.Objects;
import org.baraza.dictionary.AllowedValue;
import org.baraza.dictionary.CaseType;
import org.baraza.dictionary.DataType;
import org.baraza.dictionary.DescribedType;
import org.baraza.dictionary.Dictionary;
import org.baraza.dictionary.DictionaryChange;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Changes the data dictionary. */
@Controller
final class DictionaryMutations {
    private final Entrance entrance;
    private final Dictionary dictionary;

    DictionaryMutations(Entrance entrance, Dictionary dictionary) {
        this.entrance = entrance;
        this.dictionary = dictionary;
    }

    /** A type, and what is said of it. */
    record Description(
            String project,
            String name,
            @Nullable String description,
            @Nullable String fhirResourceType) {
        private String text() {
            return description == null ? "" : description;
        }
    }

    /** Whether the project uses a type no longer. */
    record Deprecation(String project, String name, boolean deprecated) {}

    /** A type that goes. */
    record Deletion(String project, String name) {}

    /** A group that goes. */
    record GroupDeletion(String project, String caseType, int number) {}

    /** A group to be. */
    record GroupInput(
            @Nullable Integer number,
            String name,
            @Nullable Integer place,
            @Nullable String description,
            @Nullable Boolean deprecated) {
        private DictionaryChange.Group of(String caseType) {
            return new DictionaryChange.Group(caseType, number, name, place, description, deprecated);
        }
    }

    /** What a property may be. */
    record ValueInput(String value, @Nullable String description) {
        private AllowedValue allowed() {
            return new AllowedValue(value, description == null ? "" : description);
        }
    }

    /** A property to be. */
    record PropertyInput(
            String name,
            @Nullable String label,
            @Nullable String description,
            @Nullable DataType dataType,
            @Nullable String group,
            @Nullable Integer place,
            @Nullable Boolean deprecated,
            @Nullable List<ValueInput> allowedValues,
            @Nullable String fhirPath,
            @Nullable Boolean deleted) {
        private DictionaryChange.Property of(String caseType) {
            return new DictionaryChange.Property(
                    caseType,
                    name,
                    label,
                    place,
                    group,
                    description,
                    dataType,
                    deprecated,
                    deleted != null && deleted,
                    allowedValues == null
                            ? null
                            : allowedValues.stream().map(ValueInput::allowed).toList(),
                    fhirPath);
        }
    }

    /** What becomes different about a type. */
    record Edit(
            String project,
            String caseType,
            @Nullable List<GroupInput> groups,
            @Nullable List<PropertyInput> properties) {
        private DictionaryChange change() {
            return new DictionaryChange(
                    Objects.requireNonNullElse(groups, List.<GroupInput>of()).stream()
                            .map(group -> group.of(caseType))
                            .toList(),
                    Objects.requireNonNullElse(properties, List.<PropertyInput>of()).stream()
                            .map(property -> property.of(caseType))
                            .toList());
        }
    }

    /** What came of it. */
    record DictionaryTypePayload(@Nullable CaseType dictionaryType, List<UserError> userErrors) {}

    /** What came of it. */
    record DescribedTypePayload(@Nullable DescribedType dictionaryType, List<UserError> userErrors) {}

    /** What came of it. */
    record DeleteCaseTypePayload(List<UserError> userErrors) {}

    @MutationMapping
    DictionaryTypePayload createCaseType(@Argument Description input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> dictionary.create(access, input.name, input.text()),
                DictionaryTypePayload::new);
    }

    @MutationMapping
    DictionaryTypePayload describeCaseType(@Argument Description input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> dictionary.describe(access, input.name, input.text(), input.fhirResourceType),
                DictionaryTypePayload::new);
    }

    @MutationMapping
    DictionaryTypePayload setCaseTypeDeprecated(@Argument Deprecation input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> dictionary.setDeprecated(access, input.name, input.deprecated),
                DictionaryTypePayload::new);
    }

    @MutationMapping
    DeleteCaseTypePayload deleteCaseType(@Argument Deletion input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    dictionary.delete(access, input.name);
                    return true;
                },
                (_, errors) -> new DeleteCaseTypePayload(errors));
    }

    @MutationMapping
    DescribedTypePayload editCaseType(@Argument Edit input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    dictionary.change(access, input.change());
                    return known(access, input.caseType);
                },
                DescribedTypePayload::new);
    }

    @MutationMapping
    DescribedTypePayload deletePropertyGroup(@Argument GroupDeletion input) {
        return Attempt.in(
                entrance,
                input.project,
                access -> {
                    dictionary.deleteGroup(access, input.caseType, input.number);
                    return known(access, input.caseType);
                },
                DescribedTypePayload::new);
    }

    private DescribedType known(ProjectAccess access, String caseType) {
        return dictionary.type(access, caseType).orElseThrow(() -> new Refused(new Problem.NotFound("case type")));
    }
}
