package retention;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import org.junit.jupiter.api.Test;

/** The house: who may depend on whom, and which technology lives where. */
class ArchitectureTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("retention");

    @Test
    void dependencies_run_one_way() {
        Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("facts")
                .definedBy("retention.facts")
                .layer("advice")
                .definedBy("retention.advice")
                .layer("json")
                .definedBy("retention.json")
                .layer("policy")
                .definedBy("retention.policy")
                .layer("backtest")
                .definedBy("retention.backtest")
                .layer("rules")
                .definedBy("retention.rules..")
                .layer("log")
                .definedBy("retention.log")
                .layer("edges")
                .definedBy(
                        "retention.http",
                        "retention.fixtures..",
                        "retention.audit",
                        "retention.playbook",
                        "retention.reload",
                        "retention.replay",
                        "retention.sql")
                .layer("cli")
                .definedBy("retention.cli", "retention")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("edges")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("rules")
                .mayOnlyBeAccessedByLayers("cli", "edges")
                .whereLayer("backtest")
                .mayOnlyBeAccessedByLayers("cli", "edges")
                .whereLayer("policy")
                .mayOnlyBeAccessedByLayers("rules")
                .whereLayer("json")
                .mayOnlyBeAccessedByLayers("cli", "edges", "rules")
                .whereLayer("log")
                .mayOnlyBeAccessedByLayers("cli", "edges")
                .whereLayer("advice")
                .mayOnlyBeAccessedByLayers("cli", "edges", "rules", "policy", "json", "backtest")
                .check(CODE);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("retention.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void facts_and_advice_know_the_jdk_alone() {
        classes()
                .that()
                .resideInAnyPackage("retention.facts", "retention.advice")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "retention.facts", "retention.advice")
                .check(CODE);
    }

    @Test
    void the_language_of_conditions_knows_neither_the_engine_nor_the_facts() {
        classes()
                .that()
                .resideInAPackage("retention.rules.expression")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "retention.rules.expression")
                .check(CODE);
    }

    @Test
    void a_back_test_knows_advice_alone() {
        noClasses()
                .that()
                .resideInAPackage("retention.backtest")
                .should()
                .dependOnClassesThat(resideInAPackage("retention..")
                        .and(resideOutsideOfPackages("retention.backtest", "retention.advice")))
                .check(CODE);
    }

    @Test
    void each_technology_lives_in_one_package() {
        only("retention.rules", "org.kie..", "org.drools..", "com.github.javaparser..");
        only("retention.http", "io.undertow..", "org.xnio..");
        only("retention.sql", "java.sql..", "org.h2..", "org.postgresql..");
        only("retention.backtest", "org.apache.commons.statistics..");
        only("retention.cli", "picocli..");
        only("retention.http", "io.prometheus..");
        only("retention.log", "ch.qos.logback..");
        only("retention.rules.sandbox", "org.objectweb.asm..");
    }

    @Test
    void http_does_not_know_the_rules() {
        noClasses()
                .that()
                .resideInAPackage("retention.http")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("retention.rules")
                .check(CODE);
    }

    @Test
    void only_the_edges_ask_for_the_time() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "retention.facts",
                        "retention.advice",
                        "retention.policy",
                        "retention.rules",
                        "retention.json",
                        "retention.playbook",
                        "retention.reload",
                        "retention.replay",
                        "retention.backtest",
                        "retention.audit",
                        "retention.fixtures")
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now", java.time.ZoneId.class)
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CODE);
    }

    private static void only(String owner, String... technology) {
        noClasses()
                .that()
                .resideOutsideOfPackage(owner)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(technology)
                .check(CODE);
    }
}
