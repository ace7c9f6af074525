package io.fulfilment.events.schema;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The Javadoc of types and record components, read from the sources, so that a schema says what the code says. */
final class SourceComments {

    private final Map<String, String> texts = new HashMap<>();

    private SourceComments() {}

    static SourceComments under(Path sources) {
        var comments = new SourceComments();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var paths = Files.walk(sources)) {
            var java = paths.filter(path -> path.toString().endsWith(".java")).toList();
            var task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(java));
            var reader = comments.new Reader(DocTrees.instance(task));
            task.parse().forEach(unit -> reader.scan(unit, String.valueOf(unit.getPackageName())));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return comments;
    }

    @Nullable
    String of(Class<?> type) {
        return texts.get(type.getName());
    }

    @Nullable
    String of(Class<?> type, String component) {
        return texts.get(type.getName() + "#" + component);
    }

    private final class Reader extends TreePathScanner<Void, String> {

        private final DocTrees docs;

        private Reader(DocTrees docs) {
            this.docs = docs;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, String owner) {
            var isNested = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
            var name = owner + (isNested ? "$" : ".") + type.getSimpleName();
            var comment = docs.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                remember(name, comment);
            }
            return super.visitClass(type, name);
        }

        private void remember(String name, DocCommentTree comment) {
            var body = plain(comment.getFullBody());
            if (!body.isEmpty()) {
                texts.put(name, body);
            }
            for (var tag : comment.getBlockTags()) {
                if (tag instanceof ParamTree param && !param.isTypeParameter()) {
                    texts.put(name + "#" + param.getName(), plain(param.getDescription()));
                }
            }
        }
    }

    private static String plain(List<? extends DocTree> trees) {
        var text = trees.stream().map(SourceComments::plain).collect(Collectors.joining());
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String plain(DocTree tree) {
        return switch (tree) {
            case LinkTree link
            when link.getLabel().isEmpty() -> link.getReference().getSignature().replaceAll("^.*[.#]", "");
            case LinkTree link -> plain(link.getLabel());
            case LiteralTree literal -> literal.getBody().getBody();
            case StartElementTree _ -> " ";
            default -> tree.toString();
        };
    }
}
