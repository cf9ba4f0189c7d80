// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone.install;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A phone for the command line. {@code install FOLDER PROFILE-ADDRESS} and {@code update FOLDER [USERNAME]} keep what is installed
 * in the folder and print the version and each request that was made; a refusal is printed and ends with status 1.
 */
public final class InstallCommand {
    private static final String INDEX = "installed.tsv";

    private InstallCommand() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(run(List.of(arguments), new HttpNetwork(), System.out));
    }

    static int run(List<String> arguments, Network network, PrintStream out) throws IOException {
        if (arguments.size() < 2 || (arguments.getFirst().equals("install") && arguments.size() < 3)) {
            out.println("usage: install FOLDER PROFILE-ADDRESS | update FOLDER [USERNAME]");
            return 2;
        }
        Path folder = Path.of(arguments.get(1));
        AppPhone phone = new AppPhone(network, Engine.USUAL, "phone-of-" + folder.getFileName());
        String last = arguments.size() > 2 ? arguments.get(2) : "";
        try {
            if (arguments.getFirst().equals("install")) {
                phone.install(last);
            } else {
                phone.put(read(folder));
                phone.update(last);
            }
            write(folder, phone.table());
            out.println("version " + phone.version());
            return 0;
        } catch (InstallRefused refused) {
            out.println("refused " + refused.getMessage());
            return 1;
        } finally {
            phone.takeRequests().forEach(address -> out.println("get " + address));
        }
    }

    private static void write(Path folder, Map<String, InstalledResource> table) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            old.filter(Files::isRegularFile).forEach(InstallCommand::delete);
        }
        StringBuilder index = new StringBuilder();
        int number = 0;
        for (InstalledResource resource : table.values()) {
            String file = "resource-" + number++;
            Files.write(folder.resolve(file), resource.content());
            index.append(String.join(
                            "\t",
                            resource.id(),
                            Integer.toString(resource.version()),
                            resource.kind(),
                            resource.address(),
                            file))
                    .append('\n');
        }
        Files.writeString(folder.resolve(INDEX), index);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }

    private static Map<String, InstalledResource> read(Path folder) throws IOException {
        Map<String, InstalledResource> table = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve(INDEX))) {
            String[] part = line.split("\t", -1);
            table.put(
                    part[0],
                    new InstalledResource(
                            part[0],
                            Integer.parseInt(part[1]),
                            part[2],
                            part[3],
                            Files.readAllBytes(folder.resolve(part[4]))));
        }
        return table;
    }
}
