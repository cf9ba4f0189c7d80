// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Puts the parts of the OpenAPI document together, refuses what is wrong in them, and writes the whole document, the part
 * that server interfaces are generated of, and the part that clients are generated of. Run by the build.
 */
final class BundleOpenApi {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "options", "head");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final String COMPONENTS = "#/components/";

    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Object> whole = new LinkedHashMap<>();
    private final Map<String, Object> paths = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> components = new LinkedHashMap<>();

    /** @param arguments the folder with the parts, and the folders for the whole document and for its excerpts */
    public static void main(String[] arguments) throws IOException {
        new BundleOpenApi().run(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
    }

    private void run(Path parts, Path resources, Path excerpts) throws IOException {
        try (Stream<Path> files = Files.walk(parts)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                merge(parts.relativize(file), map(yaml().load(Files.readString(file))));
            }
        }
        lint();
        if (!wrong.isEmpty()) {
            wrong.forEach(System.err::println);
            System.exit(1);
        }
        write(resources.resolve("baraza.yaml"), document(paths));
        write(resources.resolve("reference.html"), OpenApiPage.of(document(paths)));
        write(excerpts.resolve("v1.yaml"), document(under("/api/v1/")));
        Map<String, Object> ofPrograms = under("/api/", "/a/{domain}/api/");
        ofPrograms.values().removeIf(item -> map(item).values().stream().anyMatch(BundleOpenApi::takesAForm));
        ofPrograms.replaceAll((path, item) -> withoutErrorBodies(map(item)));
        write(excerpts.resolve("clients.yaml"), map(withoutNothing(document(ofPrograms))));
    }

    private void merge(Path file, Map<String, Object> part) {
        part.forEach((name, value) -> {
            switch (name) {
                case "paths" ->
                    map(value).forEach((path, item) -> {
                        if (paths.put(path, item) != null) {
                            wrong.add(file + ": the path " + path + " is there twice");
                        }
                    });
                case "components" ->
                    map(value).forEach((kind, some) -> {
                        Map<String, Object> all = components.computeIfAbsent(kind, ignored -> new TreeMap<>());
                        map(some).forEach((component, content) -> {
                            if (all.put(component, content) != null) {
                                wrong.add(file + ": " + kind + "/" + component + " is there twice");
                            }
                        });
                    });
                case "tags" -> {
                    List<Object> tags = new ArrayList<>(list(whole.getOrDefault("tags", List.of())));
                    tags.addAll(list(value));
                    whole.put("tags", tags);
                }
                default -> {
                    if (whole.put(name, value) != null) {
                        wrong.add(file + ": " + name + " is there twice");
                    }
                }
            }
        });
    }

    private void lint() {
        Set<String> tags = new LinkedHashSet<>();
        list(whole.get("tags")).forEach(tag -> tags.add(String.valueOf(map(tag).get("name"))));
        Set<String> ids = new LinkedHashSet<>();
        paths.forEach((path, item) -> {
            if (path.endsWith("/")) {
                wrong.add(path + ": paths are documented without a slash at the end");
            }
            map(item).forEach((method, operation) -> {
                if (METHODS.contains(method)) {
                    lint(
                            method + " " + path,
                            map(operation),
                            list(map(item).getOrDefault("parameters", List.of())),
                            ids,
                            tags);
                }
            });
        });
        Set<String> used = new TreeSet<>(references(paths));
        components.forEach((kind, some) -> some.forEach((name, content) -> used.addAll(references(content))));
        used.stream()
                .filter(reference -> resolve(reference) == null)
                .forEach(missing -> wrong.add("nothing is at " + missing));
        components.forEach((kind, some) -> some.keySet().stream()
                .filter(name -> !kind.equals("securitySchemes") && !used.contains(COMPONENTS + kind + "/" + name))
                .forEach(name -> wrong.add("nobody uses " + kind + "/" + name)));
    }

    private void lint(
            String where, Map<String, Object> operation, List<Object> shared, Set<String> ids, Set<String> tags) {
        String id = String.valueOf(operation.get("operationId"));
        if (!id.matches("[a-z][A-Za-z0-9]+") || !ids.add(id)) {
            wrong.add(where + ": operationId is missing, not in camelCase, or there twice: " + id);
        }
        if (list(operation.get("tags")).size() != 1 || !tags.containsAll(list(operation.get("tags")))) {
            wrong.add(where + ": one tag, of those that are declared");
        }
        if (!(operation.get("summary") instanceof String summary) || summary.isBlank() || summary.endsWith(".")) {
            wrong.add(where + ": a summary, without a full stop");
        }
        Map<String, Object> responses = map(operation.getOrDefault("responses", Map.of()));
        if (responses.keySet().stream().noneMatch(status -> status.matches("[23]\\d\\d"))) {
            wrong.add(where + ": no good answer");
        }
        responses.forEach((status, response) -> {
            if (!(followed(response).get("description") instanceof String)) {
                wrong.add(where + ": the answer " + status + " has no description");
            }
        });
        Set<String> declared = new TreeSet<>();
        Stream.concat(shared.stream(), list(operation.getOrDefault("parameters", List.of())).stream())
                .map(this::followed)
                .filter(parameter -> "path".equals(parameter.get("in")))
                .forEach(parameter -> declared.add(String.valueOf(parameter.get("name"))));
        Set<String> named = new TreeSet<>();
        Matcher variables = VARIABLE.matcher(where);
        while (variables.find()) {
            named.add(variables.group(1));
        }
        if (!declared.equals(named)) {
            wrong.add(where + ": the address has " + named + ", the parameters are " + declared);
        }
    }

    private Map<String, Object> followed(Object node) {
        Map<String, Object> map = map(node);
        Object reference = map.get("$ref");
        Object target = reference == null ? null : resolve(String.valueOf(reference));
        return target == null ? map : map(target);
    }

    private Object resolve(String reference) {
        String[] steps = reference.substring(COMPONENTS.length()).split("/", 2);
        return components.getOrDefault(steps[0], Map.of()).get(steps[1]);
    }

    private static Set<String> references(Object node) {
        Set<String> found = new TreeSet<>();
        switch (node) {
            case Map<?, ?> map ->
                map.forEach((key, value) -> {
                    if ("$ref".equals(key)) {
                        found.add(String.valueOf(value));
                    } else {
                        found.addAll(references(value));
                    }
                });
            case List<?> list -> list.forEach(item -> found.addAll(references(item)));
            case null, default -> {}
        }
        return found;
    }

    private Map<String, Object> under(String... starts) {
        Map<String, Object> some = new LinkedHashMap<>();
        paths.forEach((path, item) -> {
            if (Stream.of(starts).anyMatch((path + "/")::startsWith)) {
                some.put(path, item);
            }
        });
        return some;
    }

    /** Clients give whoever called the body of a bad answer as it came, in whichever of HQ's shapes. */
    private Map<String, Object> withoutErrorBodies(Map<String, Object> item) {
        Map<String, Object> changed = new LinkedHashMap<>(item);
        changed.replaceAll((method, operation) -> {
            if (!METHODS.contains(method)) {
                return operation;
            }
            Map<String, Object> responses =
                    new LinkedHashMap<>(map(map(operation).get("responses")));
            responses.replaceAll((status, response) -> status.startsWith("2")
                    ? oneKind(response, false)
                    : Map.of("description", followed(response).get("description")));
            Map<String, Object> simpler = new LinkedHashMap<>(map(operation));
            simpler.put("responses", responses);
            simpler.computeIfPresent("requestBody", (ignored, body) -> oneKind(body, true));
            return simpler;
        });
        return changed;
    }

    /** Where HQ takes one thing or a list of them clients send lists; where it gives one or several, they ask for one. */
    private static Object oneKind(Object body, boolean sent) {
        if (!map(body).containsKey("content")) {
            return body;
        }
        Map<String, Object> content = new LinkedHashMap<>(map(map(body).get("content")));
        content.replaceAll((type, media) -> {
            Map<String, Object> schema = map(map(media).get("schema"));
            List<Object> kinds = list(schema.getOrDefault("oneOf", schema.getOrDefault("anyOf", List.of())));
            if (kinds.isEmpty()) {
                return media;
            }
            return Map.of("schema", sent ? kinds.getLast() : kinds.getFirst());
        });
        Map<String, Object> simpler = new LinkedHashMap<>(map(body));
        simpler.put("content", content);
        return simpler;
    }

    /** Generators have no type for what is always null. */
    private static Object withoutNothing(Object node) {
        return switch (node) {
            case Map<?, ?> some -> {
                Map<String, Object> changed = new LinkedHashMap<>();
                map(some)
                        .forEach((key, value) -> changed.put(
                                key,
                                key.equals("type") && "null".equals(value)
                                        ? List.of("string", "null")
                                        : withoutNothing(value)));
                yield changed;
            }
            case List<?> some ->
                some.stream().map(BundleOpenApi::withoutNothing).toList();
            case null, default -> node;
        };
    }

    /** Only signing in by a form does, which programs do by their key. */
    private static boolean takesAForm(Object operation) {
        return operation instanceof Map<?, ?>
                && map(map(map(operation).get("requestBody")).get("content"))
                        .containsKey("application/x-www-form-urlencoded");
    }

    /** The paths with the components that they need. */
    private Map<String, Object> document(Map<String, Object> wanted) {
        Set<String> needed = new TreeSet<>();
        List<String> open = new ArrayList<>(references(wanted));
        while (!open.isEmpty()) {
            String next = open.removeLast();
            if (needed.add(next)) {
                open.addAll(references(resolve(next)));
            }
        }
        Map<String, Object> some = new LinkedHashMap<>();
        components.forEach((kind, all) -> {
            Map<String, Object> kept = new LinkedHashMap<>();
            all.forEach((name, content) -> {
                if (kind.equals("securitySchemes") || needed.contains(COMPONENTS + kind + "/" + name)) {
                    kept.put(name, content);
                }
            });
            if (!kept.isEmpty()) {
                some.put(kind, kept);
            }
        });
        Map<String, Object> document = new LinkedHashMap<>(whole);
        document.put("paths", wanted);
        document.put("components", some);
        return document;
    }

    private static void write(Path file, Map<String, Object> document) throws IOException {
        DumperOptions style = new DumperOptions();
        style.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        style.setWidth(120);
        style.setSplitLines(false);
        Representer representer = new Representer(style);
        write(file, new Yaml(new SafeConstructor(new LoaderOptions()), representer, style).dump(document));
    }

    /** Leaves a file alone that is as it should be, so that nothing is generated again. */
    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }

    private static Yaml yaml() {
        LoaderOptions limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(false);
        limits.setCodePointLimit(10_000_000);
        return new Yaml(new SafeConstructor(limits));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object node) {
        return node == null ? List.of() : (List<Object>) node;
    }
}
