// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.baraza.xml.XmlElement;

/**
 * Which version of the application and of the client made a form, as far as the form itself tells (device protocol: meta
 * block, versions). The version of a build named in the address comes before either; it is not looked up here.
 */
public final class FormVersions {

    private static final int SHORTEST_TEXT = 6;

    /** What is longer is no version, and is remembered with every device. */
    private static final int LONGEST_VERSION = 255;

    private static final List<Pattern> APP = List.of(
            Pattern.compile(" #([0-9]{1,9}) "),
            Pattern.compile("b\\[([0-9]{1,9})\\]"),
            Pattern.compile("App v([0-9]{1,9})\\b"));

    private static final List<Pattern> COMM_CARE = List.of(
            Pattern.compile("version \"([0-9.]+)\""),
            Pattern.compile("\"([0-9.]+)\"\\s+\\([0-9]+\\)"),
            Pattern.compile("\"\\s*([0-9.]+)\\s*\""));

    private FormVersions() {}

    /** The application's version: said outright, in the text, or on the root unless it is the placeholder 1. */
    public static Optional<Integer> app(XmlElement root, FormMeta meta) {
        return meta.appBuildVersion()
                .flatMap(FormVersions::number)
                .or(() -> meta.appVersionText().flatMap(FormVersions::appFromText))
                .or(() ->
                        root.attribute("version").flatMap(FormVersions::number).filter(version -> version != 1));
    }

    /** The client's version, such as {@code 2.53.1}: said outright or in the text. */
    public static Optional<String> commCare(FormMeta meta) {
        return meta.commCareVersion()
                .or(() -> meta.appVersionText().flatMap(FormVersions::commCareFromText))
                .filter(version -> version.length() <= LONGEST_VERSION);
    }

    /** The application's version in the long text of devices, if there is one. */
    static Optional<Integer> appFromText(String text) {
        return firstGroup(text, APP).map(Integer::valueOf);
    }

    /** The client's version in the long text of devices, if there is one. */
    static Optional<String> commCareFromText(String text) {
        return firstGroup(text, COMM_CARE);
    }

    private static Optional<String> firstGroup(String text, List<Pattern> patterns) {
        if (text.length() < SHORTEST_TEXT) {
            return Optional.empty();
        }
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                return Optional.of(matcher.group(1));
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> number(String text) {
        String number = text.strip();
        return number.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(number)) : Optional.empty();
    }
}
