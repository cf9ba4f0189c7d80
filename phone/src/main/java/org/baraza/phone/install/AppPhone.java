// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone.install;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A phone with one app on it. */
public final class AppPhone {
    private static final String PROFILE = "commcare-application-profile";

    private final Network network;
    private final Engine engine;
    private final String deviceId;
    private final List<String> requests = new ArrayList<>();
    private Map<String, InstalledResource> table = new LinkedHashMap<>();

    public AppPhone(Network network, Engine engine, String deviceId) {
        this.network = network;
        this.engine = engine;
        this.deviceId = deviceId;
    }

    /** Why something is fetched, as phones tell servers. */
    private enum Source {
        INSTALL("install"),
        UPDATE("foreground_update");

        private final String word;

        Source(String word) {
            this.word = word;
        }
    }

    /** Installs the app of a profile; on a phone that has it already, anew. */
    public void install(String profileAddress) throws InstallRefused {
        table = fetched(profile(profileAddress, Source.INSTALL), Map.of(), Source.INSTALL);
    }

    /**
     * Looks for a newer version as the installed profile says, and installs it.
     *
     * @param username of whoever is signed in; empty for nobody
     * @return whether there was one
     */
    public boolean update(String username) throws InstallRefused {
        ResourceDocument own = ResourceDocument.read(profile().content(), "profile");
        String address = own.attribute("update").orElseThrow(() -> new InstallRefused("no update address"));
        String asked = username.isEmpty()
                ? address
                : address + (address.contains("?") ? "&" : "?") + "username="
                        + URLEncoder.encode(username, StandardCharsets.UTF_8);
        InstalledResource newer = profile(asked, Source.UPDATE);
        if (newer.version() <= version()) {
            return false;
        }
        String id = own.attribute("uniqueid").orElse("");
        if (!ResourceDocument.read(newer.content(), "profile")
                .attribute("uniqueid")
                .orElse("")
                .equals(id)) {
            throw new InstallRefused("another app");
        }
        table = fetched(newer, table, Source.UPDATE);
        return true;
    }

    private InstalledResource profile(String address, Source source) throws InstallRefused {
        byte[] content = fetch(address, source).orElseThrow(() -> new InstallRefused("no profile at " + address));
        ResourceDocument document = ResourceDocument.read(content, "profile");
        engine.check(document);
        return new InstalledResource(PROFILE, document.version(), "profile", address, content);
    }

    /** All that the profile leads to. What is there in no lower version is kept; a repeated id counts once. */
    private Map<String, InstalledResource> fetched(
            InstalledResource profile, Map<String, InstalledResource> before, Source source) throws InstallRefused {
        Map<String, InstalledResource> found = new LinkedHashMap<>();
        found.put(PROFILE, profile);
        Deque<InstalledResource> parents = new ArrayDeque<>(List.of(profile));
        while (!parents.isEmpty()) {
            InstalledResource parent = parents.pop();
            String root = parent.kind().equals("profile") ? "profile" : "suite";
            for (Resource resource :
                    ResourceDocument.read(parent.content(), root).resources()) {
                if (found.containsKey(resource.id())) {
                    continue;
                }
                InstalledResource had = before.get(resource.id());
                InstalledResource now =
                        had != null && had.version() >= resource.version() ? had : fetched(resource, parent, source);
                found.put(resource.id(), now);
                if (resource.kind().equals("suite")) {
                    parents.push(now);
                }
            }
        }
        return found;
    }

    private InstalledResource fetched(Resource resource, InstalledResource parent, Source source)
            throws InstallRefused {
        for (String location : resource.remote()) {
            String address = resolved(location, parent.address());
            Optional<byte[]> content = fetch(address, source);
            if (content.isPresent()) {
                return new InstalledResource(
                        resource.id(), resource.version(), resource.kind(), address, content.get());
            }
        }
        throw new InstallRefused("no " + resource.kind() + " " + resource.id() + " at any of " + resource.remote());
    }

    /** A relative location is appended to the parent's address, cut after the last slash, be it in the query. */
    private static String resolved(String location, String parent) throws InstallRefused {
        if (location.startsWith("./")) {
            return parent.substring(0, parent.lastIndexOf('/') + 1) + location.substring(2);
        }
        if (!location.contains("://")) {
            throw new InstallRefused("neither relative nor whole: " + location);
        }
        return location;
    }

    private Optional<byte[]> fetch(String address, Source source) throws InstallRefused {
        requests.add(address);
        Network.Reply reply = network.get(
                URI.create(address),
                Map.of(
                        "X-OpenRosa-Version",
                        "3.0",
                        "x-openrosa-deviceid",
                        deviceId,
                        "X-CommCareHQ-RequestSource",
                        source.word,
                        "X-CommCareHQ-RequestAge",
                        "lt_10"));
        if (reply.status() == 406) {
            throw new InstallRefused("406 " + new String(reply.body(), StandardCharsets.UTF_8));
        }
        return reply.status() / 100 == 2 ? Optional.of(reply.body()) : Optional.empty();
    }

    private InstalledResource profile() throws InstallRefused {
        InstalledResource profile = table.get(PROFILE);
        if (profile == null) {
            throw new InstallRefused("nothing is installed");
        }
        return profile;
    }

    /** The number of the installed version. */
    public int version() throws InstallRefused {
        return profile().version();
    }

    /** A property of the installed profile, as {@code PostURL}. */
    public Optional<String> property(String key) throws InstallRefused {
        return Optional.ofNullable(ResourceDocument.read(profile().content(), "profile")
                .properties()
                .get(key));
    }

    /** All that is installed, by id. */
    public Map<String, InstalledResource> table() {
        return Map.copyOf(table);
    }

    /** Puts back what was installed before, as {@link #table} gave it. */
    public void put(Map<String, InstalledResource> installed) {
        table = new LinkedHashMap<>(installed);
    }

    /** The addresses that it asked for since the last time that somebody took them, in their order. */
    public List<String> takeRequests() {
        List<String> taken = List.copyOf(requests);
        requests.clear();
        return taken;
    }
}
