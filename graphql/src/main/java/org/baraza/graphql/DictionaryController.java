// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.Optional;
import org.baraza.dictionary.CaseProperty;
import org.baraza.dictionary.CaseType;
import org.baraza.dictionary.DescribedType;
import org.baraza.dictionary.Dictionary;
import org.baraza.dictionary.TypeQuery;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The data dictionary. */
@Controller
final class DictionaryController {
    private final Dictionary dictionary;

    DictionaryController(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    @SchemaMapping(typeName = "Project", field = "dictionaryTypes")
    Connection<CaseType> types(
            ProjectNode project,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after,
            @Argument @Nullable String search,
            @Argument @Nullable Boolean deprecated,
            DataFetchingFieldSelectionSet selection) {
        ProjectAccess access = project.access();
        PageRequest page = Paging.wanted(first, after, selection);
        TypeQuery query = new TypeQuery(search == null ? "" : search, deprecated != null && deprecated, page);
        return Connection.of(
                InProject.scoped(access, () -> dictionary.types(access, query)), page, CaseType::cursor, type -> type);
    }

    @SchemaMapping(typeName = "Project", field = "dictionaryType")
    Optional<DescribedType> type(ProjectNode project, @Argument String name) {
        ProjectAccess access = project.access();
        return InProject.scoped(access, () -> dictionary.type(access, name));
    }

    @SchemaMapping(typeName = "DescribedType", field = "description")
    String description(DescribedType described) {
        return described.type().description();
    }

    @SchemaMapping(typeName = "DescribedType", field = "fhirResourceType")
    String fhirResourceType(DescribedType described) {
        return described.type().fhirResourceType();
    }

    @SchemaMapping(typeName = "DescribedType", field = "deprecated")
    boolean deprecated(DescribedType described) {
        return described.type().deprecated();
    }

    @SchemaMapping(typeName = "DictionaryProperty", field = "safeToDelete")
    boolean safeToDelete(CaseProperty property) {
        return !property.inData();
    }
}
