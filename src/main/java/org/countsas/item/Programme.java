package org.countsas.item;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * What a budget item pays for, in the words of the ministry that runs it. Rules see only the programme, not its amounts or the fiscal year.
 * So one evaluation serves every year, stage and definition.
 *
 * <p>Texts are kept exactly as published. A text that the source does not have is empty, never null.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id           the identifier in the source, unique there; not blank
 * @param ministry     ministry or agency, as published
 * @param bureau       bureau or equivalent, as published
 * @param account      account or accounts, as published
 * @param name         name of the programme
 * @param purpose      what it is for
 * @param overview     what is done
 * @param majorExpense the major-expense category (主要経費) or its counterpart; several are joined by {@code "; "}
 * @param plans        plans, strategies and notices that the programme cites
 * @param laws         laws that the programme cites
 * @param attributes   further attributes by key, sorted by key
 */
@API(status = API.Status.STABLE)
public record Programme(
        String id,
        String ministry,
        String bureau,
        String account,
        String name,
        String purpose,
        String overview,
        String majorExpense,
        List<String> plans,
        List<String> laws,
        Map<String, String> attributes) {

    public Programme {
        requireNonNull(id, "id");
        if (id.isBlank()) {
            throw new IllegalArgumentException("id is blank");
        }
        requireNonNull(ministry, "ministry");
        requireNonNull(bureau, "bureau");
        requireNonNull(account, "account");
        requireNonNull(name, "name");
        requireNonNull(purpose, "purpose");
        requireNonNull(overview, "overview");
        requireNonNull(majorExpense, "majorExpense");
        plans = List.copyOf(plans);
        laws = List.copyOf(laws);
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** The same with these attributes instead of its own. */
    public Programme withAttributes(Map<String, String> other) {
        return new Programme(id, ministry, bureau, account, name, purpose, overview, majorExpense, plans, laws, other);
    }

    /** A builder for a programme with this id; all other parts are empty until they are set. */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** Collects the parts of a programme. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private String ministry = "";
        private String bureau = "";
        private String account = "";
        private String name = "";
        private String purpose = "";
        private String overview = "";
        private String majorExpense = "";
        private List<String> plans = List.of();
        private List<String> laws = List.of();
        private Map<String, String> attributes = Map.of();

        private Builder(String id) {
            this.id = id;
        }

        /** Sets the ministry or agency. */
        public Builder ministry(String value) {
            ministry = value;
            return this;
        }

        /** Sets the bureau or its equivalent. */
        public Builder bureau(String value) {
            bureau = value;
            return this;
        }

        /** Sets the account or accounts. */
        public Builder account(String value) {
            account = value;
            return this;
        }

        /** Sets the name. */
        public Builder name(String value) {
            name = value;
            return this;
        }

        /** Sets what the programme is for. */
        public Builder purpose(String value) {
            purpose = value;
            return this;
        }

        /** Sets what is done. */
        public Builder overview(String value) {
            overview = value;
            return this;
        }

        /** Sets the major-expense category. */
        public Builder majorExpense(String value) {
            majorExpense = value;
            return this;
        }

        /** Sets the plans, strategies and notices that the programme cites. */
        public Builder plans(List<String> value) {
            plans = value;
            return this;
        }

        /** Sets the laws that the programme cites. */
        public Builder laws(List<String> value) {
            laws = value;
            return this;
        }

        /** Sets further attributes by key. */
        public Builder attributes(Map<String, String> value) {
            attributes = value;
            return this;
        }

        /**
         * The programme with the parts set so far.
         *
         * @throws IllegalArgumentException if the id is blank
         */
        public Programme build() {
            return new Programme(
                    id, ministry, bureau, account, name, purpose, overview, majorExpense, plans, laws, attributes);
        }
    }
}
