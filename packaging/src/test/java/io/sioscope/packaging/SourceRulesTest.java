package io.sioscope.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Rules that only the text of a source shows: R14, the size of files and methods, locks in protocol logic, words in FXML. */
class SourceRulesTest {

    private static final int FILE_LINES = 400;
    private static final int METHOD_LINES = 60;

    /** Files that may be longer, by name, each with its reason. */
    private static final Map<String, String> LONG_FILES = Map.of();

    private static final Pattern PACKAGE_DOC =
            Pattern.compile("/\\*\\*(.*?)\\*/\\s*@NullMarked\\s+package ", Pattern.DOTALL);
    private static final Pattern THREAD = Pattern.compile("(?i)\\bthreads?\\b|event loop");
    private static final Pattern FXML_WORDS = Pattern.compile(
            "\\b(text|promptText|accessibleText|accessibleHelp|title|headerText)=\"(?![%$])[^\"]*\\p{L}{2}[^\"]*\"");

    @Test
    void r14EveryPackageSaysWhatItIsAndWhoseThreadItRunsOn() {
        List<String> faults = new ArrayList<>();
        TreeSet<Path> folders = new TreeSet<>();
        Sources.production().forEach(file -> folders.add(file.getParent()));
        for (Path folder : folders) {
            Path info = folder.resolve("package-info.java");
            if (!Files.exists(info)) {
                faults.add(Sources.name(folder) + " has no package-info.java");
                continue;
            }
            Matcher matcher = PACKAGE_DOC.matcher(Sources.text(info));
            if (!matcher.find()) {
                faults.add(Sources.name(info) + " has no documentation followed by @NullMarked");
            } else {
                checkDoc(Sources.name(info), matcher.group(1).replaceAll("\\s*\\n\\s*\\*", " ").strip(), faults);
            }
        }
        assertThat(faults).as("R14: a newcomer reads the package's page first").isEmpty();
    }

    private static void checkDoc(String name, String doc, List<String> faults) {
        if (!doc.matches("(?s)[A-Z{].{10,}?[.:](\\s.*|$)")) {
            faults.add(name + " does not begin with a sentence that says what the package is");
        } else if (!THREAD.matcher(doc).find()) {
            faults.add(name + " does not say on which thread it runs");
        }
    }

    @Test
    void r5ProtocolLogicTakesNoLock() {
        Pattern lock = Pattern.compile("\\bsynchronized\\s*[(]|\\bvolatile\\b");
        List<String> faults = new ArrayList<>();
        for (Path file : Sources.production()) {
            if (file.toString().replace('\\', '/').matches(".*/protocol/(engineio|socketio|session|capture)/[^/]*")
                    && lock.matcher(withoutComments(Sources.text(file))).find()) {
                faults.add(Sources.name(file));
            }
        }
        assertThat(faults).as("R5: no locks in protocol logic").isEmpty();
    }

    @Test
    void filesStaySmall() {
        List<String> faults = new ArrayList<>();
        for (Path file : Sources.production()) {
            long lines = Sources.text(file).lines().count();
            if (lines > FILE_LINES && !LONG_FILES.containsKey(String.valueOf(file.getFileName()))) {
                faults.add(Sources.name(file) + ": " + lines + " lines");
            }
        }
        assertThat(faults).as("a file holds at most %d lines", FILE_LINES).isEmpty();
    }

    @Test
    void methodsStaySmall() throws IOException {
        List<String> faults = new ArrayList<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(Sources.production()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new LongMethods(unit, positions, faults).scan(unit, null);
            }
        }
        assertThat(faults).as("a method holds at most %d lines", METHOD_LINES).isEmpty();
    }

    private static final class LongMethods extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> faults;

        LongMethods(CompilationUnitTree unit, SourcePositions positions, List<String> faults) {
            this.unit = unit;
            this.positions = positions;
            this.faults = faults;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (method.getBody() != null) {
                LineMap lines = unit.getLineMap();
                long from = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                long to = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
                if (to - from + 1 > METHOD_LINES) {
                    faults.add(Sources.name(Path.of(unit.getSourceFile().toUri())) + ":" + from + " " + method.getName() + ": "
                            + (to - from + 1) + " lines");
                }
            }
            return super.visitMethod(method, nothing);
        }
    }

    @Test
    void nothingIsLeftToDo() {
        Pattern mark = Pattern.compile("\\b(TODO|FIXME|XXX)\\b");
        List<String> faults = new ArrayList<>();
        List<Path> files = new ArrayList<>(Sources.production());
        files.addAll(Sources.files("src/main/resources", ".fxml"));
        files.addAll(Sources.files("src/main/resources", ".css"));
        for (Path file : files) {
            if (mark.matcher(Sources.text(file)).find()) {
                faults.add(Sources.name(file));
            }
        }
        assertThat(faults).as("what is left to do belongs to the list of issues").isEmpty();
    }

    @Test
    void layoutsHoldNoWordsOfTheirOwn() {
        List<String> faults = new ArrayList<>();
        for (Path file : Sources.resources(".fxml")) {
            Matcher matcher = FXML_WORDS.matcher(Sources.text(file));
            while (matcher.find()) {
                faults.add(Sources.name(file) + ": " + matcher.group());
            }
        }
        assertThat(faults).as("every text comes from a bundle").isEmpty();
    }

    private static String withoutComments(String source) {
        return source.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\\n]*", "");
    }
}
