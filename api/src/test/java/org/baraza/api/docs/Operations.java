// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.api.testing.Client.header;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.baraza.api.testing.Contract;

/** Operations of the OpenAPI document, as method and path, by the answers that they document. */
final class Operations {
    private final Contract contract = new Contract();

    /** Those that document a status and whose text begins so. */
    List<String> with(int status, String... starts) {
        return contract.answers()
                .filter(answer -> answer.endsWith(" " + status))
                .map(answer -> answer.substring(0, answer.lastIndexOf(' ')))
                .filter(operation -> Stream.of(starts).anyMatch(operation::startsWith))
                .toList();
    }

    static String method(String operation) {
        return operation.substring(0, operation.indexOf(' '));
    }

    /** An address of an operation's in a project; whatever else the path names is there or is not. */
    static String path(String operation, String project, String anything) {
        return operation
                .substring(operation.indexOf(' ') + 1)
                .replace("{domain}", project)
                .replace("{project}", project)
                .replaceAll("\\{[^}]+}", anything);
    }

    /** Each operation answers so, in the shape that it documents. */
    void allAnswer(int status, List<String> operations, Function<String, HttpResponse<String>> ask) {
        List<String> wrong = new ArrayList<>();
        for (String operation : operations) {
            fault(operation, status, ask.apply(operation)).ifPresent(why -> wrong.add(operation + ": " + why));
        }
        assertThat(operations).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    private Optional<String> fault(String operation, int status, HttpResponse<String> answer) {
        return answer.statusCode() == status
                ? contract.fault(
                        method(operation),
                        operation.substring(operation.indexOf(' ') + 1),
                        status,
                        header(answer, "Content-Type"),
                        answer.body())
                : Optional.of("answers " + answer.statusCode() + " " + answer.body());
    }
}
