package org.countsas.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.countsas.problem.Code;
import org.junit.jupiter.api.Test;

/** What programs may rely on is described. */
class JavadocTest {
    /** Its constants have a section each there, which another test holds. */
    private static final String DESCRIBED_IN_THE_ERROR_REFERENCE = Code.class.getSimpleName();

    private final List<String> silent = new ArrayList<>();

    @Test
    void every_type_method_and_constant_of_the_interface_has_a_description() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = House.files()
                    .filter(Api::isPartOf)
                    .map(type -> Path.of("src", "main", "java", type.getName().replace('.', '/') + ".java"))
                    .toList();
            assertThat(sources).isNotEmpty();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                for (Tree declared : unit.getTypeDecls()) {
                    type(trees, new TreePath(new TreePath(unit), declared), false);
                }
            }
        }

        assertThat(silent).isEmpty();
    }

    private void type(Trees trees, TreePath path, boolean implicitlyPublic) {
        ClassTree type = (ClassTree) path.getLeaf();
        if (!implicitlyPublic && !isPublic(type.getModifiers().getFlags())) {
            return;
        }
        String name = type.getSimpleName().toString();
        require(trees, path, name);
        boolean isInterface = type.getKind() == Tree.Kind.INTERFACE;
        for (Tree member : type.getMembers()) {
            TreePath inner = new TreePath(path, member);
            if (member instanceof ClassTree) {
                type(trees, inner, isInterface);
            } else if (member instanceof MethodTree method) {
                boolean visible = isInterface || isPublic(method.getModifiers().getFlags());
                boolean overrides = method.getModifiers().getAnnotations().stream()
                        .anyMatch(each -> each.getAnnotationType().toString().equals("Override"));
                boolean constructsRecord = type.getKind() == Tree.Kind.RECORD && method.getReturnType() == null;
                if (visible && !overrides && !constructsRecord) {
                    require(trees, inner, name + "." + method.getName());
                }
            } else if (member instanceof VariableTree field
                    && isPublic(field.getModifiers().getFlags())
                    && !name.equals(DESCRIBED_IN_THE_ERROR_REFERENCE)) {
                require(trees, inner, name + "." + field.getName());
            }
        }
    }

    private static boolean isPublic(Set<Modifier> modifiers) {
        return modifiers.contains(Modifier.PUBLIC);
    }

    private void require(Trees trees, TreePath path, String what) {
        String comment = trees.getDocComment(path);
        if (comment == null || comment.isBlank()) {
            silent.add(what);
        }
    }
}
