package org.countsas.audit.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.countsas.audit.container.BundleFiles;
import org.jspecify.annotations.Nullable;

/** The exact members of a JSON object, and the kind of each. Immutable and thread-safe. */
public final class ObjectSchema {
    /** What a member is. */
    public enum Kind {
        TEXT,
        TEXT_OR_NULL,
        WHOLE,
        TEXTS,
        /** An object of a shape. */
        OBJECT,
        /** A list of objects of a shape. */
        OBJECTS
    }

    private record Member(String name, Kind kind, @Nullable ObjectSchema inner) {}

    /** By name. */
    private final List<Member> members;

    private ObjectSchema(List<Member> members) {
        this.members =
                members.stream().sorted(Comparator.comparing(Member::name)).toList();
    }

    /** The shape of an object without members. */
    public static ObjectSchema empty() {
        return new ObjectSchema(List.of());
    }

    /** With more members of a kind that needs no shape. */
    public ObjectSchema with(Kind kind, String... names) {
        List<Member> more = new ArrayList<>(members);
        for (String name : names) {
            more.add(new Member(name, kind, null));
        }
        return new ObjectSchema(more);
    }

    /** With a member that is an object of a shape, or a list of them. */
    public ObjectSchema with(Kind kind, String name, ObjectSchema inner) {
        List<Member> more = new ArrayList<>(members);
        more.add(new Member(name, kind, inner));
        return new ObjectSchema(more);
    }

    /**
     * Checks a value whose objects have their members in canonical order.
     *
     * @throws IllegalArgumentException with the member that is missing, unknown or of another kind
     */
    public void check(JsonNode json) {
        check(json, "");
    }

    private void check(JsonNode json, String path) {
        Iterator<Map.Entry<String, JsonNode>> found = json.fields();
        for (Member member : members) {
            if (!found.hasNext()) {
                throw broken(path + member.name(), "is missing");
            }
            Map.Entry<String, JsonNode> next = found.next();
            if (!next.getKey().equals(member.name())) {
                boolean missing = json.path(member.name()).isMissingNode();
                throw broken(
                        path + (missing ? member.name() : next.getKey()),
                        missing ? "is missing" : "is no member of it");
            }
            check(member, next.getValue(), path + member.name());
        }
        if (found.hasNext()) {
            throw broken(path + found.next().getKey(), "is no member of it");
        }
    }

    private static void check(Member member, JsonNode value, String path) {
        boolean fits = switch (member.kind()) {
            case TEXT -> value.isTextual();
            case TEXT_OR_NULL -> value.isTextual() || value.isNull();
            case WHOLE -> value.isIntegralNumber();
            case OBJECT -> value.isObject();
            case TEXTS, OBJECTS -> value.isArray();
        };
        for (int i = 0; fits && i < value.size() && value.isArray(); i++) {
            fits = member.kind() == Kind.TEXTS
                    ? value.get(i).isTextual()
                    : value.get(i).isObject();
        }
        if (!fits) {
            throw broken(
                    path,
                    "is not "
                            + switch (member.kind()) {
                                case TEXT -> "a text";
                                case TEXT_OR_NULL -> "a text or null";
                                case WHOLE -> "an integer";
                                case TEXTS -> "a list of texts";
                                case OBJECT -> "an object";
                                case OBJECTS -> "a list of objects";
                            });
        }
        ObjectSchema inner = member.inner();
        if (inner != null && value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                inner.check(value.get(i), path + "[" + i + "].");
            }
        } else if (inner != null) {
            inner.check(value, path + ".");
        }
    }

    private static IllegalArgumentException broken(String path, String how) {
        return new IllegalArgumentException(BundleFiles.shown(path) + " " + how);
    }
}
