package org.countsas.policy.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.countsas.policy.Facility;
import org.countsas.policy.Item;
import org.countsas.problem.Code;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;

/** What comes before the first rule of a file: the package, which names the policy, and the imports. Not thread-safe. */
final class FileHead {
    private static final List<String> IMPORTS = List.of(Item.class.getName(), Facility.class.getName());

    private final Refusals refusals;
    private final Set<String> imported = new HashSet<>();

    FileHead(Refusals refusals) {
        this.refusals = refusals;
    }

    /** The package statement that a rule file must begin with. */
    static String packageOf(String file) {
        return "package policies." + policyOf(file).replace('-', '_');
    }

    /** The policy that a file of this name states. */
    static String policyOf(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.endsWith(".drl") ? name.substring(0, name.length() - ".drl".length()) : name;
    }

    void check(PackageDescr content) {
        String expected = "policies." + policyOf(refusals.source().file());
        if (!content.getName().replace("`", "").equals(expected.replace('-', '_'))) {
            refusals.refuse(
                    0,
                    "The package is '" + content.getName() + "'",
                    "Write 'package " + expected.replace('-', '_') + "'");
        }
        for (ImportDescr statement : content.getImports()) {
            imported.add(statement.getTarget());
            if (!IMPORTS.contains(statement.getTarget())) {
                refusals.refuse(
                        statement.getStartCharacter(),
                        "The import of '" + statement.getTarget() + "'",
                        "Known: " + String.join(", ", IMPORTS));
            }
        }
        refuseAll(content.getFunctionImports(), "An import of a function");
        refuseAll(content.getAccumulateImports(), "An import of an accumulate function");
        refuseAll(content.getGlobals(), "A global");
        refuseAll(content.getAttributes(), "An attribute of the package");
        refuseAll(content.getFunctions(), "A function");
        refuseAll(content.getTypeDeclarations(), "A declaration of a type");
        refuseAll(content.getEnumDeclarations(), "A declaration of an enumeration");
        refuseAll(List.copyOf(content.getEntryPointDeclarations()), "A declaration of an entry point");
        refuseAll(List.copyOf(content.getWindowDeclarations()), "A declaration of a window");
        if (content.getUnit() != null) {
            refusals.refuse(content.getUnit().getStartCharacter(), "A rule unit", "");
        }
    }

    private void refuseAll(List<? extends BaseDescr> descriptors, String what) {
        descriptors.forEach(
                descriptor -> refusals.refuse(descriptor.getStartCharacter(), what, "State it as a rule's conditions"));
    }

    /** Reported once per file: without the import the engine does not know the type. */
    void needImport(Class<?> type, PatternDescr pattern) {
        if (imported.add(type.getName())) {
            refusals.problems()
                    .add(
                            Code.RULE_SYNTAX,
                            refusals.source().place(pattern.getStartCharacter()),
                            "'" + type.getSimpleName() + "' is not imported",
                            "Write 'import " + type.getName() + "' after the package");
        }
    }
}
