// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.limits;

/**
 * Everything that may be limited.
 *
 * @param dataApi of a project
 * @param dataApiUser of one caller in a project
 * @param dataApiKey of one API key
 * @param submissions of this node; they wait for their turn
 * @param submissionsProject of a project; they wait for their turn
 * @param restores of a project
 * @param devices on which one user may be at once; counted in new ones
 * @param account of the programs of a web user, outside her projects
 * @param graphql of a web user, in points
 */
record Rules(
        Rule dataApi,
        Rule dataApiUser,
        Rule dataApiKey,
        Rule submissions,
        Rule submissionsProject,
        Rule restores,
        Rule devices,
        Rule account,
        Rule graphql) {

    static final Rules NONE = new Rules(
            new Rule.None(),
            new Rule.None(),
            new Rule.None(),
            new Rule.None(),
            new Rule.None(),
            new Rule.None(),
            new Rule.None(),
            new Rule.None(),
            new Rule.None());
}
