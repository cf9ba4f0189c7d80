// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

/**
 * Something that is wrong with an app.
 *
 * @param type the word that programs know it by; those of CommCare HQ where it has one
 * @param sentence what is wrong, for whoever builds the app
 */
public record Problem(String type, Place place, String sentence, Severity severity) {}
