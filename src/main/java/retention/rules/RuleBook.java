package retention.rules;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import retention.advice.Advice;
import retention.advice.Catalogue;
import retention.advice.Concluded;
import retention.advice.Conclusion;
import retention.advice.Evidence;
import retention.advice.Reason;
import retention.advice.Recommend;
import retention.advice.Satisfaction;
import retention.advice.Scales;
import retention.advice.Scores;
import retention.advice.Signal;
import retention.advice.SwitchingCost;
import retention.advice.Trust;
import retention.advice.Withhold;
import retention.facts.Customer;
import retention.json.BadRequest;
import retention.json.CustomerReader;
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
    private final List<Problem> warnings;
    private final List<Rule> rules;
    private final Map<String, Declared> declared;
    private final Extensions extensions;
    private final Catalogue catalogue;
    private final @Nullable Playbook playbook;
    private final Scales scales;
    private final Safeguards safeguards;
    private final Weighing weighing;
    private final Half assessment;
    private final Half strategies;
    private final Budget budget;
    private final Inquiries inquiries;

    private RuleBook(RuleFolder folder, FolderCheck check, Half assessment, Half strategies) {
        this.folder = folder;
        this.warnings = check.warnings();
        this.rules = check.rules();
        this.declared = check.declared();
        this.extensions = new Extensions(check.declared());
        this.catalogue = Objects.requireNonNull(check.catalogue());
        this.playbook = check.playbook();
        this.scales = Objects.requireNonNull(check.scales());
        this.safeguards = new Safeguards(catalogue, Objects.requireNonNull(check.policy()));
        this.weighing = Objects.requireNonNull(check.weighing());
        this.assessment = assessment;
        this.strategies = strategies;
        this.budget = Budget.STANDARD;
        this.inquiries = new Inquiries(folder, check.declared());
    }

    private RuleBook(RuleBook other, Safeguards safeguards, Half assessment, Half strategies, Budget budget) {
        this.folder = other.folder;
        this.warnings = other.warnings;
        this.rules = other.rules;
        this.declared = other.declared;
        this.extensions = other.extensions;
        this.catalogue = other.catalogue;
        this.playbook = other.playbook;
        this.scales = other.scales;
        this.safeguards = safeguards;
        this.weighing = other.weighing;
        this.assessment = assessment;
        this.strategies = strategies;
        this.budget = budget;
        this.inquiries = other.inquiries;
    }

    /** The same book with another budget for each customer; to close one is to close both. */
    public RuleBook within(Budget other) {
        return new RuleBook(this, safeguards, assessment, strategies, other);
    }

    /** The same book, with somebody who hears what each line of the contact policy says of the next customers. */
    RuleBook heardBy(Heard somebody) {
        return new RuleBook(this, safeguards.heardBy(somebody), assessment, strategies, budget);
    }

    /** The same book with one rule in another form; to close one is to close both. */
    RuleBook with(Stage stage, Swapped swapped) {
        return stage == Stage.ASSESSMENT
                ? new RuleBook(this, safeguards, assessment.with(swapped), strategies, budget)
                : new RuleBook(this, safeguards, assessment, strategies.with(swapped), budget);
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
        return open(RuleSources.read(folder), compiler, new CompiledFiles());
    }

    /** Checks and compiles the files of a rule folder that were read before. Throws {@link BadRules}. */
    public static RuleBook open(RuleSources sources) {
        return open(sources, new CompiledFiles());
    }

    /** As {@link #open(RuleSources)}, compiling only the files that are not known yet. */
    public static RuleBook open(RuleSources sources, CompiledFiles known) {
        return open(sources, Compiler.EXECUTABLE, sources.compiled(known));
    }

    /** What is too much for the stack or the memory is a problem of the rules, and no end of the program. */
    private static RuleBook open(RuleSources sources, Compiler compiler, CompiledFiles compiled) {
        try {
            return opened(sources, compiler, compiled);
        } catch (StackOverflowError deep) {
            String message = "cannot be compiled: a rule is nested too deeply, or far too long";
            throw new BadRules(List.of(Problem.of(Code.NOT_COMPILED, sources.shown(), message)));
        } catch (OutOfMemoryError much) {
            String message = "cannot be compiled: it needs more memory than there is";
            throw new BadRules(List.of(Problem.of(Code.NOT_COMPILED, sources.shown(), message)));
        }
    }

    private static RuleBook opened(RuleSources sources, Compiler compiler, CompiledFiles compiled) {
        var problems = new ConcurrentSkipListSet<Problem>();
        RuleFolder folder = RuleFolder.of(sources, problems);
        FolderCheck known = problems.isEmpty() ? compiled.checked(folder) : null;
        FolderCheck check = known != null ? known : FolderCheck.of(folder, problems);
        failOn(problems);
        var build = new StageBuild(folder, check, compiler, compiled, problems);
        List<Optional<Half>> halves = Together.each(
                List.of(Stage.ASSESSMENT, Stage.STRATEGIES), stage -> Optional.ofNullable(build.build(stage)));
        failOn(problems);
        FolderCheck reviewed = known != null ? known : check.reviewed(problems);
        var book = new RuleBook(
                folder, reviewed, halves.get(0).orElseThrow(), halves.get(1).orElseThrow());
        book.tryOut();
        if (known == null) {
            compiled.keepChecked(folder, reviewed);
        }
        return book;
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
        Explaining.Spoken spoken = inquiries.spoken(rules);
        var worth = new Worth(visible, weighing);
        var grounding = new Grounding(spoken.byName(), catalogue, inquest, advice, worth, reasoning.strategies());
        var explaining = new Explaining(spoken, catalogue, inquest, advice, grounding);
        return new Explained(advice, explaining.explain(action), null);
    }

    /** The smallest single change of a customer's JSON that makes an action appear or vanish. Throws {@link BadRequest}. */
    public WhatIf whatIf(JsonNode customer, LocalDate today, String action) {
        known(action);
        return new Changing(this, inquiries, rules, declared).of(customer, today, action);
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
                only(Recommend.class, reasoning.strategies()),
                only(Withhold.class, reasoning.strategies()));
        var advice = new Advice(
                customer.id(),
                decision.actions(),
                decision.wayOut(),
                decision.fallback(),
                decision.withheld(),
                reasoning.scores(),
                Scoring.riskOfLeaving(reasoning.scores(), scales),
                reasoning.signals(),
                Receipts.of(customer, revision(), hidden, reasoning, decision));
        Volume.check(advice, budget.textInAll());
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
        extensions.check(customer);
        Crowds.check(customer, budget.facts());
        List<Concluded<?>> assessed = but(without, assessment.run(customer, extensions, List.of(), budget));
        Scores scores = Scoring.scores(only(Evidence.class, assessed), scales);
        var given = new ArrayList<Object>();
        given.add(new Trust(scores.trust().value(), scores.trust().level()));
        given.add(new Satisfaction(
                scores.satisfaction().value(), scores.satisfaction().level()));
        given.add(new SwitchingCost(
                scores.switchingCost().value(), scores.switchingCost().level()));
        List<Advice.NamedSignal> signals = signals(assessed);
        signals.forEach(s -> given.add(new Signal(s.name(), s.reasons().get(0).sentence())));
        return new Reasoning(
                assessed, scores, signals, but(without, strategies.run(customer, extensions, given, budget)));
    }

    /** No rule asks for what its own stage concludes, so what is left is what the folder without them concludes. */
    private static List<Concluded<?>> but(Set<String> without, List<Concluded<?>> concluded) {
        return without.isEmpty()
                ? concluded
                : concluded.stream()
                        .filter(one -> !without.contains(one.reason().rule()))
                        .toList();
    }

    /** What of the rules bears on fair terms. */
    public FairTerms fairTerms() {
        return FairTerms.of(rules, inquiries, safeguards.policy(), catalogue, declared);
    }

    /** Throws {@link BadRequest} when the company's own facts of a customer are not declared, or are of another type. */
    public void requireDeclared(Customer customer) {
        extensions.check(customer);
    }

    /** Asks the rules one by one about a customer of whom they concluded this. */
    public Inquest inquest(Customer customer, Reasoning reasoning) {
        return new Inquest(inquiries, extensions, customer, reasoning.scores(), reasoning.signals());
    }

    /** The conditions of the rules, to be seen true and false. Read anew each time. */
    public Sides sides() {
        return new Sides(folder, inquiries.words());
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
        return rules;
    }

    /** What is doubtful in the folder and stops nothing, by file and place. */
    public List<Problem> warnings() {
        return warnings;
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
        return scales;
    }

    /** How actions are put in order and chosen. */
    public Weighing weighing() {
        return weighing;
    }

    /** The plays; null when the folder has no {@code playbook.yaml}. */
    public @Nullable Playbook playbook() {
        return playbook;
    }

    /** The rules by file and place. */
    public RuleListing listing() {
        return RuleListing.of(rules, revision());
    }

    /** The company's own facts: the types of their fields, by name of fact and field. */
    public Map<String, Map<String, Class<?>>> declared() {
        var types = new TreeMap<String, Map<String, Class<?>>>();
        declared.forEach((name, fact) -> types.put(name, fact.fields()));
        return types;
    }

    /** Its files as compiled: what the next book may share. */
    Set<LoadedFile> compiledFiles() {
        var files = new LinkedHashSet<>(assessment.files());
        files.addAll(strategies.files());
        return files;
    }

    @Override
    public void close() {
        assessment.close();
        strategies.close();
    }

    private static void failOn(Collection<Problem> problems) {
        if (!problems.stream().allMatch(problem -> problem.code().warning())) {
            throw new BadRules(problems);
        }
    }

    /** A rule that fails even for somebody of whom nearly nothing is known is better told now than to every customer. */
    void tryOut() {
        LocalDate day = LocalDate.EPOCH;
        try {
            reason(CustomerReader.read(
                    "{\"id\":\"nobody\",\"surveys\":[],\"orders\":[]}".getBytes(StandardCharsets.UTF_8), day));
        } catch (IllegalStateException broken) {
            throw new BadRules(List.of(Problem.of(Code.FAILS, folder.shown(), String.valueOf(broken.getMessage()))));
        }
    }

    private static List<Advice.NamedSignal> signals(List<Concluded<?>> concluded) {
        var byName = new TreeMap<String, TreeSet<Reason>>();
        for (Concluded<Signal> signal : only(Signal.class, concluded)) {
            byName.computeIfAbsent(signal.conclusion().name(), name -> new TreeSet<>())
                    .add(signal.reason());
        }
        return byName.entrySet().stream()
                .map(signal -> new Advice.NamedSignal(signal.getKey(), List.copyOf(signal.getValue())))
                .toList();
    }

    @SuppressWarnings("unchecked") // the conclusion's class has just been looked at
    private static <C extends Conclusion> List<Concluded<C>> only(Class<C> kind, List<Concluded<?>> concluded) {
        return concluded.stream()
                .filter(one -> kind.isInstance(one.conclusion()))
                .map(one -> (Concluded<C>) one)
                .toList();
    }
}
