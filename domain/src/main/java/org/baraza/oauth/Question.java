// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import java.util.List;
import java.util.Optional;

/**
 * A program's question that waits for its user's answer.
 *
 * @param madeBy who registered the program, by her login
 * @param scopes what it asks for
 * @param agreedScopes what the user agreed to before
 * @param project name of the one project that it asks for; empty for all of hers
 * @param answersTo where it is told the answer: a site, or the scheme of a program
 */
public record Question(
        String clientId,
        String name,
        String madeBy,
        List<String> scopes,
        List<String> agreedScopes,
        Optional<String> project,
        String answersTo) {}
