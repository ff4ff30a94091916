package retention.rules;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import retention.advice.Advice;
import retention.advice.Catalogue;
import retention.advice.Concluded;
import retention.advice.Recommend;
import retention.advice.Scales;
import retention.advice.Withhold;
import retention.facts.Customer;
import retention.json.BadRequest;
import retention.json.DidYouMean;
import retention.policy.ContactPolicy;
import retention.policy.Decision;
import retention.policy.Heard;
import retention.policy.Safeguards;
import retention.policy.Scoring;
import retention.policy.Weighing;
import retention.policy.Worth;
import retention.rules.explain.WhatIf;
import retention.rules.sandbox.Budget;
import tools.jackson.databind.JsonNode;

/** The rules of one folder, checked and compiled. Immutable and thread-safe: one book serves every thread. */
public final class RuleBook implements AutoCloseable {

    private final RuleFolder folder;
    private final FolderCheck check;
    private final Catalogue catalogue;
    private final Safeguards safeguards;
    private final Weighing weighing;
    private final Inference inference;
    private final Inquiries inquiries;

    RuleBook(RuleFolder folder, FolderCheck check, Inference inference) {
        this.folder = folder;
        this.check = check;
        this.catalogue = Objects.requireNonNull(check.catalogue());
        this.safeguards = new Safeguards(catalogue, Objects.requireNonNull(check.policy()));
        this.weighing = Objects.requireNonNull(check.weighing());
        this.inference = inference;
        this.inquiries = new Inquiries(folder, check.declared());
    }

    private RuleBook(RuleBook other, Safeguards safeguards, Inference inference) {
        this.folder = other.folder;
        this.check = other.check;
        this.catalogue = other.catalogue;
        this.safeguards = safeguards;
        this.weighing = other.weighing;
        this.inference = inference;
        this.inquiries = other.inquiries;
    }

    /** The same book with another budget for each customer; to close one is to close both. */
    public RuleBook within(Budget other) {
        return new RuleBook(this, safeguards, inference.within(other));
    }

    /** The same book, with somebody who hears what each line of the contact policy says of the next customers. */
    RuleBook heardBy(Heard somebody) {
        return new RuleBook(this, safeguards.heardBy(somebody), inference);
    }

    /** The same book with one rule in another form; to close one is to close both. */
    RuleBook with(Stage stage, Swapped swapped) {
        return new RuleBook(this, safeguards, inference.with(stage, swapped));
    }

    /** Throws {@link BadRules} when a rule fails even for somebody of whom nearly nothing is known. */
    void tryOut() {
        inference.tryOut(folder.shown());
    }

    /** Its rules with one small change at a time, to see who notices. */
    public Mutants mutants() {
        return new Mutants(this, folder, FolderCheck.of(folder, new TreeSet<>()));
    }

    /** Reads, checks and compiles a rule folder. Throws {@link BadRules} with every problem found. */
    public static RuleBook open(Path folder) {
        return open(folder, new CompiledFiles());
    }

    /** As {@link #open(Path)}, compiling only the files that are not known yet; takes a jar of {@link #build}, too. */
    public static RuleBook open(Path folder, CompiledFiles known) {
        return open(RuleSources.read(folder), known);
    }

    /** A jar of a rule folder with what it was compiled to. Throws {@link BadRules}. */
    public static byte[] build(Path folder, CompiledFiles known) {
        return BookJar.write(RuleSources.read(folder), known);
    }

    /** As {@link #open(Path)}, with a compiler of choice. */
    public static RuleBook open(Path folder, Compiler compiler) {
        return BookBuild.of(RuleSources.read(folder), compiler, new CompiledFiles());
    }

    /** Checks and compiles the files of a rule folder that were read before. Throws {@link BadRules}. */
    public static RuleBook open(RuleSources sources) {
        return open(sources, new CompiledFiles());
    }

    /** As {@link #open(RuleSources)}, compiling only the files that are not known yet. */
    public static RuleBook open(RuleSources sources, CompiledFiles known) {
        return BookBuild.of(sources, Compiler.EXECUTABLE, sources.compiled(known));
    }

    /**
     * Decides for one customer. Throws {@link retention.json.BadRequest} when the company's own facts do not fit or a list is
     * too long, and IllegalStateException, naming the rule, when one fails or does more than the budget allows.
     */
    public Advice advise(Customer customer) {
        return advise(customer, Set.of());
    }

    /** As {@link #advise(Customer)}, as if the rules of these names were not in the folder: to tell what they do. */
    public Advice advise(Customer customer, Set<String> without) {
        List<String> hidden = safeguards.hidden(customer);
        Customer visible = safeguards.visible(customer, hidden);
        return decide(customer, visible, hidden, reason(visible, without));
    }

    /** As {@link #advise}, and why, and why not: of one action, or of all when it is null. Throws {@link BadRequest} for no action. */
    public Explained explain(Customer customer, @Nullable String action) {
        known(action);
        List<String> hidden = safeguards.hidden(customer);
        Customer visible = safeguards.visible(customer, hidden);
        Reasoning reasoning = reason(visible);
        Advice advice = decide(customer, visible, hidden, reasoning);
        Inquest inquest = inquest(visible, reasoning);
        Explaining.Spoken spoken = inquiries.spoken(check.rules());
        var worth = new Worth(visible, weighing);
        var grounding = new Grounding(spoken.byName(), catalogue, inquest, advice, worth, reasoning.strategies());
        var explaining = new Explaining(spoken, catalogue, inquest, advice, grounding);
        return new Explained(advice, explaining.explain(action), null);
    }

    /** The smallest single change of a customer's JSON that makes an action appear or vanish. Throws {@link BadRequest}. */
    public WhatIf whatIf(JsonNode customer, LocalDate today, String action) {
        known(action);
        return new Changing(this, looks(), edits()).of(customer, today, action);
    }

    /** The single changes of a customer's JSON that rules or guardrails could notice. Not thread-safe. */
    public Edits edits() {
        return new Edits(this, looks(), check.declared());
    }

    private RuleLooks looks() {
        return new RuleLooks(check.rules(), inquiries, check.declared());
    }

    private void known(@Nullable String action) {
        if (action != null && !catalogue.actions().containsKey(action)) {
            throw new BadRequest(
                    "action",
                    "there is no action \"" + action + "\""
                            + DidYouMean.hint(action, catalogue.actions().keySet()));
        }
    }

    private Advice decide(Customer customer, Customer visible, List<String> hidden, Reasoning reasoning) {
        Decision decision = Decision.of(
                customer,
                visible,
                safeguards,
                weighing,
                Concluded.only(Recommend.class, reasoning.strategies()),
                Concluded.only(Withhold.class, reasoning.strategies()));
        var advice = new Advice(
                customer.id(),
                decision.actions(),
                decision.wayOut(),
                decision.fallback(),
                decision.withheld(),
                reasoning.scores(),
                Scoring.riskOfLeaving(reasoning.scores(), inference.scales()),
                reasoning.signals(),
                Receipts.of(customer, revision(), hidden, reasoning, decision));
        Volume.check(advice, inference.budget().textInAll());
        return advice;
    }

    /** The customer as rules see them in {@link #advise}: without the profiled fields where profiling is not allowed. */
    public Customer visible(Customer customer) {
        return safeguards.visible(customer, safeguards.hidden(customer));
    }

    /**
     * What the rules conclude from all that is given, before guardrails and order: for fixtures, which are about rules.
     * Throws as {@link #advise} does.
     */
    public Reasoning reason(Customer customer) {
        return reason(customer, Set.of());
    }

    /** As {@link #reason(Customer)}, as if the rules of these names were not in the folder. */
    public Reasoning reason(Customer customer, Set<String> without) {
        return inference.reason(customer, without);
    }

    /** What of the rules bears on fair terms. */
    public FairTerms fairTerms() {
        return FairTerms.of(check.rules(), inquiries, safeguards.policy(), catalogue, check.declared());
    }

    /** Throws {@link BadRequest} when the company's own facts of a customer are not declared, or are of another type. */
    public void requireDeclared(Customer customer) {
        inference.extensions().check(customer);
    }

    /** Asks the rules one by one about a customer of whom they concluded this. */
    public Inquest inquest(Customer customer, Reasoning reasoning) {
        return new Inquest(inquiries, inference.extensions(), customer, reasoning.scores(), reasoning.signals());
    }

    /** The conditions of the rules, to be seen true and false. Read anew each time. */
    public Sides sides() {
        return new Sides(folder, inquiries.words());
    }

    /** The numbers that conditions of rules compare with or look through, to be met from all sides. Read anew each time. */
    public Thresholds thresholds() {
        return new Thresholds(folder, check.rules(), check.declared(), inquiries.words());
    }

    /** The lines of the contact policy and of the order of actions, to be seen from both sides. Read anew each time. */
    public PolicySides policySides() {
        return new PolicySides(folder, this);
    }

    /** The files of the folder, by the names that messages have for them. */
    public Map<String, String> texts() {
        return folder.texts();
    }

    /** SHA-256 over the names and contents of the folder's files. */
    public String revision() {
        return folder.revision();
    }

    /** The files it was made of. */
    RuleFolder folder() {
        return folder;
    }

    /** The rules as they were written. */
    List<Rule> rules() {
        return check.rules();
    }

    /** What is doubtful in the folder and stops nothing, by file and place. */
    public List<Problem> warnings() {
        return check.warnings();
    }

    /** The catalogue of actions. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** What may be sent, and to whom. */
    public ContactPolicy contactPolicy() {
        return safeguards.policy();
    }

    /** How evidence becomes scores. */
    public Scales scales() {
        return inference.scales();
    }

    /** How actions are put in order and chosen. */
    public Weighing weighing() {
        return weighing;
    }

    /** The plays; null when the folder has no {@code playbook.yaml}. */
    public @Nullable Playbook playbook() {
        return check.playbook();
    }

    /** The rules by file and place. */
    public RuleListing listing() {
        return RuleListing.of(check.rules(), revision());
    }

    /** The company's own facts: the types of their fields, by name of fact and field. */
    public Map<String, Map<String, Class<?>>> declared() {
        var types = new TreeMap<String, Map<String, Class<?>>>();
        check.declared().forEach((name, fact) -> types.put(name, fact.fields()));
        return types;
    }

    /** Its files as compiled: what the next book may share. */
    Set<LoadedFile> compiledFiles() {
        return inference.compiledFiles();
    }

    @Override
    public void close() {
        inference.close();
    }
}
