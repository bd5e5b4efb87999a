package org.countsas.testing.messages;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * What problems can say, read from the sources: every text that reaches {@code reason} or {@code fix} of a problem, with the choices that the
 * code makes on the way. Texts are followed through variables, parameters and methods; what cannot be followed is a slot.
 */
public final class Messages {
    private static final int DEEPEST = 12;
    private static final Pattern FORMAT = Pattern.compile("%[-,0+# ]*\\d*(?:\\.\\d+)?([a-zA-Z%])");

    /** Whose exceptions say, in their message, a clause of a problem. */
    private static final Set<String> CLAUSES = Set.of(
            "CanonicalReader.java",
            "CanonicalWriter.java",
            "CanonicalNumber.java",
            "DecisionLine.java",
            "DefinitionTotals.java",
            "ManifestReader.java",
            "ReviewRecord.java");

    private final Sources sources;
    private final Set<Element> entered = new HashSet<>();

    private Messages(Sources sources) {
        this.sources = sources;
    }

    /**
     * Every message with the place in the sources where it is said.
     *
     * @param folder the sources
     */
    public static Map<Text, String> of(Path folder) {
        Messages messages = new Messages(Sources.read(folder, System.getProperty("java.class.path")));
        Map<Text, String> found = new LinkedHashMap<>();
        messages.sources.calls().forEach((called, calls) -> {
            List<Integer> said = said((ExecutableElement) called);
            boolean clause = called.getEnclosingElement().toString().equals("java.lang.IllegalArgumentException");
            for (Sources.Call call : calls) {
                if (clause && !CLAUSES.contains(call.where())) {
                    continue;
                }
                for (int at : said) {
                    Tree argument = call.arguments().get(at);
                    messages.texts(new TreePath(call.path(), argument), Map.of(), 0)
                            .forms()
                            .forEach(text -> found.putIfAbsent(text, call.where()));
                }
            }
        });
        return found;
    }

    /** Which arguments of a call are said to a person. */
    private static List<Integer> said(ExecutableElement called) {
        String owner = called.getEnclosingElement().toString();
        boolean problem = called.getKind() == ElementKind.CONSTRUCTOR
                && (owner.equals("org.countsas.problem.Problem")
                        || owner.equals("org.countsas.problem.ProblemException"));
        boolean noted = owner.equals("org.countsas.problem.Problems")
                && called.getSimpleName().contentEquals("add");
        boolean failed = called.getKind() == ElementKind.CONSTRUCTOR && owner.endsWith("TypeConversionException");
        boolean parameter =
                called.getKind() == ElementKind.CONSTRUCTOR && owner.endsWith("CommandLine.ParameterException");
        boolean refused =
                called.getKind() == ElementKind.CONSTRUCTOR && owner.equals("java.lang.IllegalArgumentException");
        if (refused && !called.getParameters().isEmpty()) {
            return List.of(0);
        }
        if (failed) {
            return List.of(0);
        }
        if (parameter) {
            return List.of(1);
        }
        if (problem || noted) {
            return called.getParameters().size() >= 4 ? List.of(2, 3) : List.of();
        }
        return called.getKind() == ElementKind.CONSTRUCTOR && owner.startsWith("org.countsas.")
                ? carried(called)
                : List.of();
    }

    /** What a record keeps until a problem is made from it. */
    private static List<Integer> carried(ExecutableElement constructor) {
        List<Integer> carried = new ArrayList<>();
        for (int at = 0; at < constructor.getParameters().size(); at++) {
            VariableElement parameter = constructor.getParameters().get(at);
            if (isText(parameter.asType().toString())
                    && Set.of("reason", "fix", "wrong", "why")
                            .contains(parameter.getSimpleName().toString())) {
                carried.add(at);
            }
        }
        return carried;
    }

    private Texts texts(TreePath path, Map<Element, Texts> known, int depth) {
        Tree tree = path.getLeaf();
        if (depth > DEEPEST) {
            return Texts.SLOT;
        }
        if (tree instanceof ParenthesizedTree inner) {
            return texts(new TreePath(path, inner.getExpression()), known, depth);
        }
        if (tree instanceof LiteralTree literal) {
            return literal.getValue() == null ? Texts.SLOT : Texts.of(String.valueOf(literal.getValue()));
        }
        if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            if (!sources.isText(path)) {
                return Texts.SLOT;
            }
            return texts(new TreePath(path, sum.getLeftOperand()), known, depth)
                    .then(texts(new TreePath(path, sum.getRightOperand()), known, depth));
        }
        if (tree instanceof ConditionalExpressionTree choice) {
            return texts(new TreePath(path, choice.getTrueExpression()), known, depth)
                    .or(texts(new TreePath(path, choice.getFalseExpression()), known, depth));
        }
        if (tree instanceof SwitchExpressionTree choice) {
            return cases(path, choice, known, depth);
        }
        if (tree instanceof LambdaExpressionTree lambda) {
            return lambda.getBody() instanceof ExpressionTree body
                    ? texts(new TreePath(path, body), known, depth)
                    : returned(new TreePath(path, lambda.getBody()), known, depth);
        }
        if (tree instanceof MemberReferenceTree) {
            return method(sources.element(path), Map.of(), depth);
        }
        if (tree instanceof MethodInvocationTree call) {
            return call(path, call, known, depth);
        }
        if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree) {
            return variable(sources.element(path), known, depth);
        }
        return Texts.SLOT;
    }

    private Texts cases(TreePath path, SwitchExpressionTree choice, Map<Element, Texts> known, int depth) {
        Texts all = null;
        for (CaseTree each : choice.getCases()) {
            TreePath at = new TreePath(path, each);
            Tree body = each.getBody();
            List<TreePath> values = new ArrayList<>();
            if (body instanceof ExpressionTree) {
                values.add(new TreePath(at, body));
            } else if (body instanceof ExpressionStatementTree statement) {
                values.add(new TreePath(new TreePath(at, statement), statement.getExpression()));
            } else if (body != null) {
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitYield(YieldTree yield, Void unused) {
                        values.add(new TreePath(getCurrentPath(), yield.getValue()));
                        return super.visitYield(yield, unused);
                    }
                }.scan(new TreePath(at, body), null);
            }
            for (TreePath value : values) {
                Texts texts = texts(value, known, depth);
                all = all == null ? texts : all.or(texts);
            }
        }
        return all == null ? Texts.SLOT : all;
    }

    private Texts variable(Element variable, Map<Element, Texts> known, int depth) {
        if (variable == null) {
            return Texts.SLOT;
        }
        if (known.containsKey(variable)) {
            return known.get(variable);
        }
        if (variable instanceof VariableElement constant && constant.getConstantValue() != null) {
            return Texts.of(String.valueOf(constant.getConstantValue()));
        }
        if (!(variable instanceof VariableElement)
                || !isText(((VariableElement) variable).asType().toString())) {
            return Texts.SLOT;
        }
        if (variable.getKind() == ElementKind.PARAMETER
                && variable.getEnclosingElement() instanceof ExecutableElement method) {
            return given(variable, method, depth);
        }
        Texts all = null;
        for (TreePath value : sources.values(variable)) {
            Texts texts = texts(value, known, depth + 1);
            all = all == null ? texts : all.or(texts);
        }
        return all == null ? Texts.SLOT : all;
    }

    private static boolean isText(String type) {
        return type.contains("String") || type.contains("Supplier");
    }

    /** What callers give for a parameter. */
    private Texts given(Element parameter, ExecutableElement method, int depth) {
        int at = method.getParameters().indexOf(parameter);
        Texts all = null;
        for (Sources.Call call : sources.calls(method)) {
            if (at >= 0 && at < call.arguments().size()) {
                Texts texts = texts(new TreePath(call.path(), call.arguments().get(at)), Map.of(), depth + 1);
                all = all == null ? texts : all.or(texts);
            }
        }
        return all == null ? Texts.SLOT : all;
    }

    private Texts call(TreePath path, MethodInvocationTree call, Map<Element, Texts> known, int depth) {
        Element called = sources.element(path);
        if (called == null) {
            return Texts.SLOT;
        }
        if (sources.method(called) != null) {
            Map<Element, Texts> bound = new HashMap<>();
            List<? extends VariableElement> parameters = ((ExecutableElement) called).getParameters();
            for (int at = 0;
                    at < Math.min(parameters.size(), call.getArguments().size());
                    at++) {
                bound.put(
                        parameters.get(at),
                        texts(new TreePath(path, call.getArguments().get(at)), known, depth + 1));
            }
            return method(called, bound, depth);
        }
        return library(path, call, called.getSimpleName().toString(), known, depth);
    }

    private Texts library(TreePath path, MethodInvocationTree call, String name, Map<Element, Texts> known, int depth) {
        List<TreePath> arguments = new ArrayList<>();
        call.getArguments().forEach(argument -> arguments.add(new TreePath(path, argument)));
        TreePath receiver = call.getMethodSelect() instanceof MemberSelectTree select
                ? new TreePath(new TreePath(path, select), select.getExpression())
                : null;
        return switch (name) {
            case "format" ->
                arguments.isEmpty()
                        ? Texts.SLOT
                        : formatted(
                                arguments.get(isFormat(arguments.get(0)) || arguments.size() == 1 ? 0 : 1),
                                arguments.subList(
                                        isFormat(arguments.get(0)) ? 1 : Math.min(2, arguments.size()),
                                        arguments.size()),
                                known,
                                depth);
            case "formatted" -> formatted(receiver, arguments, known, depth);
            case "orElse", "orElseGet" -> texts(receiver, known, depth).or(texts(arguments.get(0), known, depth));
            case "map", "flatMap" -> texts(arguments.get(0), known, depth);
            case "of", "valueOf", "get" ->
                arguments.size() == 1
                        ? texts(arguments.get(0), known, depth)
                        : receiver != null && arguments.isEmpty() ? texts(receiver, known, depth) : Texts.SLOT;
            case "or" -> texts(receiver, known, depth).or(texts(arguments.get(0), known, depth));
            default -> Texts.SLOT;
        };
    }

    private boolean isFormat(TreePath path) {
        return path.getLeaf() instanceof LiteralTree
                || path.getLeaf() instanceof BinaryTree
                || sources.element(path) instanceof VariableElement constant && constant.getConstantValue() != null;
    }

    private Texts formatted(TreePath format, List<TreePath> arguments, Map<Element, Texts> known, int depth) {
        Texts all = null;
        for (Text form : texts(format, known, depth).forms()) {
            String pattern = form.parts().size() == 1 ? form.parts().get(0) : null;
            Texts texts = pattern == null ? Texts.SLOT : formatted(pattern, arguments, known, depth);
            all = all == null ? texts : all.or(texts);
        }
        return all == null ? Texts.SLOT : all;
    }

    private Texts formatted(String pattern, List<TreePath> arguments, Map<Element, Texts> known, int depth) {
        Texts all = Texts.of("");
        Matcher matcher = FORMAT.matcher(pattern);
        int end = 0;
        int next = 0;
        while (matcher.find()) {
            all = all.then(Texts.of(pattern.substring(end, matcher.start())));
            end = matcher.end();
            String kind = matcher.group(1);
            if (kind.equals("%")) {
                all = all.then(Texts.of("%"));
            } else if (kind.equals("s") && next < arguments.size()) {
                all = all.then(texts(arguments.get(next++), known, depth));
            } else {
                all = all.then(Texts.SLOT);
                next++;
            }
        }
        return all.then(Texts.of(pattern.substring(end)));
    }

    /** What a method of these sources returns. */
    private Texts method(Element called, Map<Element, Texts> bound, int depth) {
        TreePath declared = called == null ? null : sources.method(called);
        if (declared == null
                || !(isText(((ExecutableElement) called).getReturnType().toString()))) {
            return Texts.SLOT;
        }
        MethodTree method = (MethodTree) declared.getLeaf();
        Map<Element, Texts> all = new HashMap<>(bound);
        ((ExecutableElement) called).getParameters().forEach(parameter -> all.putIfAbsent(parameter, Texts.SLOT));
        if (method.getBody() == null || !entered.add(called)) {
            return Texts.SLOT;
        }
        try {
            return returned(new TreePath(declared, method.getBody()), all, depth + 1);
        } finally {
            entered.remove(called);
        }
    }

    private Texts returned(TreePath body, Map<Element, Texts> known, int depth) {
        List<TreePath> values = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitReturn(ReturnTree statement, Void unused) {
                if (statement.getExpression() != null) {
                    values.add(new TreePath(getCurrentPath(), statement.getExpression()));
                }
                return null;
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
                return null;
            }
        }.scan(body, null);
        Texts all = null;
        for (TreePath value : values) {
            Texts texts = texts(value, known, depth);
            all = all == null ? texts : all.or(texts);
        }
        return all == null ? Texts.SLOT : all;
    }
}
