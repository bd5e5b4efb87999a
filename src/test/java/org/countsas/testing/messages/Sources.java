package org.countsas.testing.messages;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The main sources as the compiler understands them: what is declared, what is assigned, and who calls whom. */
final class Sources {
    /**
     * A call of a method or constructor.
     *
     * @param path      where it is
     * @param arguments what it is given
     */
    record Call(TreePath path, List<? extends ExpressionTree> arguments) {
        String where() {
            return String.valueOf(
                    Path.of(path.getCompilationUnit().getSourceFile().getName()).getFileName());
        }
    }

    private final Trees trees;
    private final Map<Element, List<Call>> calls = new HashMap<>();
    private final Map<Element, List<TreePath>> values = new HashMap<>();
    private final Map<Element, TreePath> methods = new HashMap<>();

    private Sources(Trees trees) {
        this.trees = trees;
    }

    static Sources read(Path folder, String classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> walk = Files.walk(folder);
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<Path> sources =
                    walk.filter(path -> path.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    diagnostic -> {},
                    List.of("-proc:none", "-classpath", classPath),
                    null,
                    files.getJavaFileObjectsFromPaths(sources));
            Sources read = new Sources(Trees.instance(task));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            task.analyze();
            units.forEach(unit -> read.new Scanner().scan(unit, null));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Element element(TreePath path) {
        return trees.getElement(path);
    }

    /** Whether an expression is a text and not, say, a number. */
    boolean isText(TreePath path) {
        return String.valueOf(trees.getTypeMirror(path)).equals("java.lang.String");
    }

    List<Call> calls(Element method) {
        return calls.getOrDefault(method, List.of());
    }

    /** What a variable may hold, as far as it is assigned in the sources. */
    List<TreePath> values(Element variable) {
        return values.getOrDefault(variable, List.of());
    }

    /** Where a method is declared; null if it is not in these sources. */
    TreePath method(Element method) {
        return methods.get(method);
    }

    Map<Element, List<Call>> calls() {
        return calls;
    }

    private final class Scanner extends TreePathScanner<Void, Void> {
        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            methods.put(element(getCurrentPath()), getCurrentPath());
            return super.visitMethod(method, unused);
        }

        @Override
        public Void visitVariable(VariableTree variable, Void unused) {
            if (variable.getInitializer() != null) {
                note(element(getCurrentPath()), new TreePath(getCurrentPath(), variable.getInitializer()));
            }
            return super.visitVariable(variable, unused);
        }

        @Override
        public Void visitAssignment(AssignmentTree assignment, Void unused) {
            note(
                    element(new TreePath(getCurrentPath(), assignment.getVariable())),
                    new TreePath(getCurrentPath(), assignment.getExpression()));
            return super.visitAssignment(assignment, unused);
        }

        private void note(Element variable, TreePath value) {
            if (variable != null) {
                values.computeIfAbsent(variable, key -> new ArrayList<>()).add(value);
            }
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
            call(call.getArguments());
            return super.visitMethodInvocation(call, unused);
        }

        @Override
        public Void visitNewClass(NewClassTree call, Void unused) {
            call(call.getArguments());
            return super.visitNewClass(call, unused);
        }

        private void call(List<? extends ExpressionTree> arguments) {
            Element called = element(getCurrentPath());
            if (called instanceof ExecutableElement) {
                calls.computeIfAbsent(called, key -> new ArrayList<>()).add(new Call(getCurrentPath(), arguments));
            }
        }
    }
}
