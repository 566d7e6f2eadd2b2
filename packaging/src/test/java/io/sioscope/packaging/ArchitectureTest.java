package io.sioscope.packaging;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The rules R1 to R13 over the production classes of every module; R14 and what only the text of a source shows are in
 * {@link SourceRulesTest}. A rule over packages that do not exist yet passes until they do.
 */
@AnalyzeClasses(
        packages = {"io.sioscope.protocol", "io.sioscope.emulator", "io.sioscope.app"},
        importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String PROTOCOL = "io.sioscope.protocol";
    private static final String EMULATOR = "io.sioscope.emulator";
    private static final String APP = "io.sioscope.app";
    private static final String UI = APP + ".ui";
    private static final String NETTY = "io.netty..";
    private static final String JAVAFX = "javafx..";

    /** The layers of the protocol, lowest first: each knows the ones before it only. */
    private static final List<String> LAYERS =
            List.of("fault", "engineio", "socketio", "capture", "session", "net", "client");

    @ArchTest
    static void everyModuleIsLookedAt(JavaClasses all) {
        for (String module : List.of(PROTOCOL, EMULATOR, APP)) {
            assertThat(all.stream().anyMatch(type -> type.getPackageName().startsWith(module)))
                    .as("classes of %s", module)
                    .isTrue();
        }
    }

    @ArchTest
    static final ArchRule R1_protocol_knows_none_of_its_users = noClasses()
            .that()
            .resideInAPackage(PROTOCOL + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(EMULATOR + "..", APP + "..", JAVAFX)
            .because("R1: the protocol outlives every user of it");

    @ArchTest
    static final ArchRule R2_emulator_knows_neither_app_nor_javafx = noClasses()
            .that()
            .resideInAPackage(EMULATOR + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(APP + "..", JAVAFX)
            .because("R2: the emulator runs on a build server");

    @ArchTest
    static final ArchRule R3_app_never_touches_netty = noClasses()
            .that()
            .resideInAPackage(APP + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(NETTY)
            .because("R3: UI code cannot touch an event loop it cannot see");

    @ArchTest
    static final ArchRule R4_protocol_is_layered = layers();

    @ArchTest
    static final ArchRule R4_netty_stays_at_the_edge = noClasses()
            .that()
            .resideOutsideOfPackages(
                    PROTOCOL + ".net..", EMULATOR + ".http..", EMULATOR + ".proxy..", EMULATOR + ".cluster..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(NETTY)
            .because("R4: whoever sees a buffer or a channel has to know its thread and its reference count");

    @ArchTest
    static final ArchRule R5_protocol_logic_does_no_io = pure()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            NETTY, "java.nio.channels..", "java.util.concurrent.locks..", "javax.net..", "java.net.http..")
                    .or(named(
                            "java.lang.Thread",
                            "java.lang.ThreadLocal",
                            "java.net.Socket",
                            "java.net.ServerSocket",
                            "java.util.Timer",
                            "java.util.concurrent.Executor",
                            "java.util.concurrent.ExecutorService",
                            "java.util.concurrent.ScheduledExecutorService",
                            "java.util.concurrent.Semaphore",
                            "java.util.concurrent.CountDownLatch",
                            "java.util.concurrent.BlockingQueue",
                            "java.time.Clock")))
            .because("R5: same input, same output; the link performs");

    @ArchTest
    static final ArchRule R5_protocol_logic_reads_no_clock_and_no_dice = pure()
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(RandomGenerator.class)
            .because("R5: time comes with the input, ids and jitter from a source given to the constructor");

    @ArchTest
    static final ArchRule R5_protocol_logic_takes_no_lock = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(pureLayers())
            .should()
            .notHaveModifier(JavaModifier.SYNCHRONIZED)
            .because("R5: a session belongs to one thread; a lock would hide that it does not");

    @ArchTest
    static final ArchRule R6_rules_and_lab_never_touch_netty = noClasses()
            .that()
            .resideInAnyPackage(EMULATOR + ".mock..", EMULATOR + ".lab..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(NETTY)
            .allowEmptyShould(true)
            .because("R6: a rule is data plus a pure function");

    @ArchTest
    static final ArchRule R7_below_the_window_no_javafx = noClasses()
            .that()
            .resideInAnyPackage(
                    APP + ".capture..",
                    APP + ".doctor..",
                    APP + ".snippet..",
                    APP + ".source..",
                    APP + ".workbench..",
                    APP + ".inspect..",
                    APP + ".workspace..",
                    APP + ".cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(JAVAFX)
            .because("R7: testable without a toolkit, and usable without a window");

    @ArchTest
    static final ArchRule R8_view_models_use_properties_and_collections_only = noClasses()
            .that(areOrLieIn("ViewModel"))
            .should()
            .dependOnClassesThat(resideInAPackage(JAVAFX)
                    .and(not(resideInAnyPackage("javafx.beans..", "javafx.collections..", "javafx.util.."))))
            .allowEmptyShould(true)
            .because("R8: a view model is a plain JUnit test");

    @ArchTest
    static final ArchRule R9_views_know_their_view_model_the_kit_and_values = classes()
            .that(areOrLieIn("View").and(resideInAPackage(UI + "..")).and(not(resideInAPackage(UI + ".shell.."))))
            .should(onlyUseOfOurs())
            .allowEmptyShould(true)
            .because("R9: a view that reaches past its view model cannot be tested through it");

    @ArchTest
    static final ArchRule R10_features_do_not_know_each_other = slices()
            .matching(UI + ".(*)..")
            .namingSlices("feature $1")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAnyPackage(UI + ".shell..", UI), alwaysTrue())
            .ignoreDependency(alwaysTrue(), resideInAnyPackage(UI + ".kit..", UI + ".port.."))
            .because("R10: only the shell composes; what is shared between features lives in ui.port and ui.kit");

    @ArchTest
    static final ArchRule R10_nothing_but_the_shell_knows_the_window = noClasses()
            .that()
            .resideInAnyPackage(PROTOCOL + "..", EMULATOR + "..", APP + ".*")
            .and()
            .resideOutsideOfPackages(UI + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(UI + "..")
            .because("R10: what the window and the command line share does not know either of them");

    @ArchTest
    static final ArchRule R10_no_package_cycles = slices()
            .matching("io.sioscope.(**)")
            .should()
            .beFreeOfCycles()
            .because("R10: packages in a cycle are one package with two names");

    @ArchTest
    static final ArchRule R11_one_way_onto_the_javafx_thread = noClasses()
            .that()
            .resideOutsideOfPackage(UI + ".kit..")
            .should()
            .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
            .because("R11: one batch per frame; a flood of packets must not fill the toolkit's queue");

    @ArchTest
    static final ArchRule R12_static_fields_are_constants = fields()
            .that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal()
            .andShould(notHoldMutableState())
            .because("R12: state that no constructor takes can be neither replaced nor tested");

    @ArchTest
    static final ArchRule R12_no_singletons = methods()
            .should()
            .notHaveName("getInstance")
            .because("R12: an edge that no constructor shows");

    @ArchTest
    static final ArchRule R13_slf4j_only = noClasses()
            .that()
            .resideOutsideOfPackage(APP + ".log..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "ch.qos.logback..", "org.apache.logging..", "org.apache.commons.logging..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.System$Logger")
            .because("R13: one log, configured in one place");

    @ArchTest
    static final ArchRule R13_only_the_command_line_prints = noClasses()
            .that()
            .resideOutsideOfPackage(APP + ".cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace")
            .because("R13: standard output is a contract with scripts, and no stack trace reaches a person");

    private static GivenClassesConjunction pure() {
        return noClasses().that().resideInAnyPackage(pureLayers());
    }

    private static String[] pureLayers() {
        return new String[] {
            PROTOCOL + ".engineio..", PROTOCOL + ".socketio..", PROTOCOL + ".session..", PROTOCOL + ".capture.."
        };
    }

    private static ArchRule layers() {
        CompositeArchRule rule = CompositeArchRule.of(noClasses()
                .that()
                .resideInAPackage(PROTOCOL)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(PROTOCOL + ".*..")
                .because("R4: the shared vocabulary is the lowest layer"));
        for (int layer = 0; layer < LAYERS.size() - 1; layer++) {
            List<String> above = new ArrayList<>();
            for (String name : LAYERS.subList(layer + 1, LAYERS.size())) {
                above.add(PROTOCOL + "." + name + "..");
            }
            rule = rule.and(noClasses()
                    .that()
                    .resideInAPackage(PROTOCOL + "." + LAYERS.get(layer) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above.toArray(String[]::new))
                    .because("R4: each layer knows the ones below it only"));
        }
        return rule;
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        Set<String> wanted = Set.of(names);
        return DescribedPredicate.describe("are one of " + wanted, type -> wanted.contains(type.getName()));
    }

    /** A class whose name ends so, or one nested in it. */
    private static DescribedPredicate<JavaClass> areOrLieIn(String suffix) {
        return DescribedPredicate.describe("have a name that ends in " + suffix, type -> {
            String name = type.getName();
            int nested = name.indexOf('$');
            return (nested < 0 ? name : name.substring(0, nested)).endsWith(suffix);
        });
    }

    /** Of our own classes: the same feature (its view model first of all), the kit, the ports, and values: those of the vocabulary, rows, records, enums. */
    private static ArchCondition<JavaClass> onlyUseOfOurs() {
        return new ArchCondition<>("use of our packages their own feature, ui.kit, ui.port and values only") {
            @Override
            public void check(JavaClass view, ConditionEvents events) {
                for (Dependency dependency : view.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    String home = target.getPackageName();
                    boolean allowed = !home.startsWith("io.sioscope")
                            || home.equals(view.getPackageName())
                            || home.equals(PROTOCOL)
                            || home.startsWith(UI + ".kit")
                            || home.startsWith(UI + ".port")
                            || target.isRecord()
                            || target.isEnum()
                            || target.getSimpleName().endsWith("Row");
                    if (!allowed) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaField> notHoldMutableState() {
        return new ArchCondition<>("not be of a type made to change") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                JavaClass type = field.getRawType();
                boolean mutable = type.getPackageName().startsWith("java.util.concurrent.atomic")
                        || type.isAssignableTo("java.util.concurrent.ConcurrentMap")
                        || type.isAssignableTo("java.lang.ThreadLocal")
                        || type.isAssignableTo("java.util.HashMap")
                        || type.isAssignableTo("java.util.ArrayList")
                        || type.isAssignableTo("java.util.HashSet")
                        || type.isAssignableTo("java.util.Queue")
                        || type.isAssignableTo("java.lang.StringBuilder")
                        || type.isAssignableTo("javafx.beans.property.Property");
                if (mutable) {
                    events.add(SimpleConditionEvent.violated(
                            field, field.getFullName() + " is a static " + type.getSimpleName() + ", which can change"));
                }
            }
        };
    }
}
