package org.countsas.audit.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.countsas.audit.container.BundleFiles;

/** The exact members of a JSON object, and the type of each. Immutable and thread-safe. */
public final class ObjectSchema {
    private final List<Member> members;

    private ObjectSchema(List<Member> members) {
        this.members =
                members.stream().sorted(Comparator.comparing(Member::name)).toList();
    }

    private record Member(String name, Type type) {}

    private sealed interface Type {
        /** @throws IllegalArgumentException with the path of what does not fit */
        void check(JsonNode value, String path);
    }

    /** Types of members that have no members of their own. */
    public enum Plain implements Type {
        TEXT("a text", JsonNode::isTextual),
        TEXT_OR_NULL("a text or null", value -> value.isTextual() || value.isNull()),
        WHOLE("an integer", JsonNode::isIntegralNumber),
        TEXTS("a list of texts", value -> isListOf(value, JsonNode::isTextual));

        private final String description;

        @SuppressWarnings("ImmutableEnumChecker") // always one of the functions above, which hold no state
        private final Predicate<JsonNode> fits;

        Plain(String description, Predicate<JsonNode> fits) {
            this.description = description;
            this.fits = fits;
        }

        @Override
        public void check(JsonNode value, String path) {
            require(fits.test(value), path, description);
        }
    }

    private record ObjectOf(ObjectSchema schema) implements Type {
        @Override
        public void check(JsonNode value, String path) {
            require(value.isObject(), path, "an object");
            schema.check(value, path + ".");
        }
    }

    private record ListOf(ObjectSchema schema) implements Type {
        @Override
        public void check(JsonNode value, String path) {
            require(isListOf(value, JsonNode::isObject), path, "a list of objects");
            for (int i = 0; i < value.size(); i++) {
                schema.check(value.get(i), path + "[" + i + "].");
            }
        }
    }

    /** The schema of an object without members. */
    public static ObjectSchema empty() {
        return new ObjectSchema(List.of());
    }

    /** This schema with more members of one type. */
    public ObjectSchema with(Plain type, String... names) {
        ObjectSchema more = this;
        for (String name : names) {
            more = more.and(new Member(name, type));
        }
        return more;
    }

    /** This schema with a member that is an object. */
    public ObjectSchema withObject(String name, ObjectSchema schema) {
        return and(new Member(name, new ObjectOf(schema)));
    }

    /** This schema with a member that is a list of objects. */
    public ObjectSchema withObjects(String name, ObjectSchema schema) {
        return and(new Member(name, new ListOf(schema)));
    }

    private ObjectSchema and(Member member) {
        List<Member> more = new ArrayList<>(members);
        more.add(member);
        return new ObjectSchema(more);
    }

    /**
     * Checks a value whose objects have their members in canonical order.
     *
     * @throws IllegalArgumentException with the member that is missing, unknown or of another type
     */
    public void check(JsonNode json) {
        check(json, "");
    }

    private void check(JsonNode json, String path) {
        Iterator<Map.Entry<String, JsonNode>> found = json.properties().iterator();
        for (Member member : members) {
            if (!found.hasNext()) {
                throw broken(path + member.name(), "is missing");
            }
            Map.Entry<String, JsonNode> next = found.next();
            if (!next.getKey().equals(member.name())) {
                boolean missing = json.path(member.name()).isMissingNode();
                throw broken(
                        path + (missing ? member.name() : next.getKey()),
                        missing ? "is missing" : "is not a known member");
            }
            member.type().check(next.getValue(), path + member.name());
        }
        if (found.hasNext()) {
            throw broken(path + found.next().getKey(), "is not a known member");
        }
    }

    private static boolean isListOf(JsonNode value, Predicate<JsonNode> elements) {
        if (!value.isArray()) {
            return false;
        }
        for (int i = 0; i < value.size(); i++) {
            if (!elements.test(value.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static void require(boolean fits, String path, String description) {
        if (!fits) {
            throw broken(path, "is not " + description);
        }
    }

    private static IllegalArgumentException broken(String path, String how) {
        return new IllegalArgumentException(BundleFiles.shown(path) + " " + how);
    }
}
