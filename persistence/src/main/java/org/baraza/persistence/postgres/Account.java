// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The account of the operating system that PostgreSQL runs as. It refuses to run as root, so root must step down: into a
 * user namespace, where the files stay root's own, or, where namespaces are not allowed (many containers), to nobody.
 */
enum Account {
    SELF(List.of(), -1),
    USER_NAMESPACE(List.of("unshare", "-U"), 0),
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), 65534);

    private final List<String> prefix;
    private final int owner;

    Account(List<String> prefix, int owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    /** What may be tried, best first. */
    static List<Account> candidates() {
        return isRoot() ? List.of(USER_NAMESPACE, NOBODY) : List.of(SELF);
    }

    /** Whoever made the data goes on with it if it can. */
    static List<Account> ownersFirst(List<Account> accounts, Path data) throws IOException {
        if (!Files.exists(data)) {
            return accounts;
        }
        Object uid = Files.getAttribute(data, "unix:uid");
        return accounts.stream()
                .sorted(Comparator.comparing((Account account) -> !uid.equals(account.owner)))
                .toList();
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    Command command(String... words) {
        var all = new ArrayList<>(prefix);
        all.addAll(List.of(words));
        return new Command(List.copyOf(all));
    }

    /** The whole tree becomes this account's, closed to everyone else. Does nothing if the folder is its already. */
    void own(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (owner >= 0 && !Files.getAttribute(folder, "unix:uid").equals(owner)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.toList()) {
                    ownOne(file);
                }
            }
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    /** For a file that was just written by this JVM. */
    void ownOne(Path file) throws IOException {
        if (owner >= 0) {
            Files.setAttribute(file, "unix:uid", owner, java.nio.file.LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Folders of this JVM's that the account must be able to pass through, though not to look into. */
    void reach(List<Path> folders) throws IOException {
        if (this == NOBODY) {
            for (Path folder : folders) {
                var permissions = Files.getPosixFilePermissions(folder);
                if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
                    Files.setPosixFilePermissions(folder, permissions);
                }
            }
        }
    }

    boolean canWrite(Path folder) {
        return command("sh", "-c", "test -w \"$1\"", "sh", folder.toString())
                .run(Duration.ofSeconds(10))
                .succeeded();
    }
}
