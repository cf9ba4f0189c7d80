// SPDX-License-Identifier: Apache-2.0
package org.baraza.openrosa;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.baraza.xml.Timestamps;
import org.baraza.xml.XmlElement;

/**
 * What a form says of itself in its meta block (device protocol: meta block). A form without one answers every question
 * with nothing, and so does an element that is empty.
 */
public final class FormMeta {

    private static final XmlElement NONE = new XmlElement("meta", "", List.of(), List.of(), "");

    private final XmlElement meta;

    private FormMeta(XmlElement meta) {
        this.meta = meta;
    }

    /** The first meta block of a form; the spelling {@code Meta} counts only where there is no {@code meta}. */
    public static FormMeta of(XmlElement root) {
        return new FormMeta(root.child("meta").or(() -> root.child("Meta")).orElse(NONE));
    }

    /** The form's id. */
    public Optional<String> instanceId() {
        return text("instanceID", "uid");
    }

    /** Who filled in the form, as the device believes. */
    public Optional<String> userId() {
        return text("userID", "chw_id");
    }

    public Optional<String> username() {
        return text("username", "username");
    }

    /** {@code Formplayer} from web apps, else an id of the device. */
    public Optional<String> deviceId() {
        return text("deviceID", "DeviceID");
    }

    /** When the form was opened; what cannot be read counts as absent. */
    public Optional<Instant> timeStart() {
        return text("timeStart", "TimeStart").flatMap(Timestamps::parse);
    }

    /** When the form was finished; what cannot be read counts as absent. */
    public Optional<Instant> timeEnd() {
        return text("timeEnd", "TimeEnd").flatMap(Timestamps::parse);
    }

    /** The long text in which devices describe application and client. */
    public Optional<String> appVersionText() {
        return text("appVersion", "appVersion");
    }

    /** The application's version as newer clients write it. */
    public Optional<String> appBuildVersion() {
        return text("app_build_version", "app_build_version");
    }

    /** The client's version as newer clients write it. */
    public Optional<String> commCareVersion() {
        return text("commcare_version", "commcare_version");
    }

    /** Where the form was filled in, as text. */
    public Optional<String> location() {
        return text("location", "location");
    }

    public Optional<GeoPoint> geoPoint() {
        return location().flatMap(GeoPoint::of);
    }

    /** How many hours the device's clock was ahead of the server's. */
    public Optional<Integer> driftHours() {
        return text("drift", "drift")
                .map(String::strip)
                .filter(text -> text.matches("[+-]?[0-9]{1,9}"))
                .map(Integer::valueOf);
    }

    private Optional<String> text(String name, String oldName) {
        return first(name).or(() -> first(oldName)).filter(text -> !text.isBlank());
    }

    /** An old spelling counts only if the new one is absent, not if it is empty. */
    private Optional<String> first(String name) {
        return meta.child(name).map(XmlElement::text);
    }
}
