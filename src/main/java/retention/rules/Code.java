package retention.rules;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The kinds of problem that a rule folder can have. Ids are stable: a kind that goes leaves a gap. {@code docs/errors.md}
 * explains each with an example.
 */
public enum Code {
    NO_FOLDER("FILE001"),
    FILE_NAME("FILE002"),
    NOT_TEXT("FILE003"),
    IGNORED_FILE("FILE004"),
    NO_RULE_FILE("FILE005"),
    NO_ASSESSMENT("FILE006"),
    NO_STRATEGY("FILE007"),
    NO_RULE_IN_FILE("FILE008"),
    MISSING_FILE("FILE009"),
    EMPTY_FILE("FILE010"),
    DAMAGED_BOOK("FILE020"),

    NOT_UNDERSTOOD("RULE001"),
    BACKSLASH("RULE002"),
    NO_PACKAGE("RULE003"),
    NOT_ALLOWED("RULE004"),
    RULE_NAME("RULE005"),
    SAME_NAME("RULE006"),
    DECLARED_FACT("RULE007"),
    ASKS_NOTHING("RULE008"),
    WRONG_CHARACTER("RULE009"),
    UNKNOWN_FACT("RULE010"),
    OWN_CONCLUSION("RULE011"),
    UNKNOWN_FIELD("RULE012"),
    UNKNOWN_WORD("RULE013"),
    MISSING_PASSES("RULE014"),
    WRONG_KIND("RULE015"),
    MAY_FIND_NONE("RULE016"),
    REMEMBERED_VALUE("RULE017"),
    SIGNAL_WITHOUT_NAME("RULE018"),
    OPEN_QUOTE("RULE019"),
    NOT_CLOSED("RULE020"),
    NO_END("RULE021"),
    NO_WHEN_OR_THEN("RULE022"),
    COMPARISON("RULE023"),
    AND_OR("RULE024"),
    NUMBER("RULE025"),
    OUTSIDE("RULE026"),
    CONCLUDES_NOTHING("RULE030"),
    NO_CONCLUSION("RULE031"),
    PARTS_OF_CONCLUSION("RULE032"),
    UNKNOWN_DIMENSION("RULE033"),
    PART_OF_CONCLUSION("RULE034"),
    PLACE_IN_SENTENCE("RULE035"),
    NO_SEMICOLON("RULE036"),
    TEXT_WITHOUT_QUOTES("RULE037"),
    UNKNOWN_SIGNAL("RULE040"),
    UNKNOWN_ACTION("RULE041"),
    RECOMMENDED_TAG("RULE042"),
    NOBODYS_ACTION("RULE043"),
    TEXT_NEEDS_VALUE("RULE044"),
    UNKNOWN_PLAY("RULE045"),
    NOT_COMPILED("RULE046"),
    FAILS("RULE047"),
    NOT_A_CONDITION("RULE050"),
    WRONG_ARGUMENT("RULE051"),
    TOO_LARGE("RULE052"),
    UNSAFE_PATTERN("RULE053"),
    SUMMING_UP("RULE054"),
    TOO_MANY("RULE055"),
    MORE_THAN_A_RULE("RULE080"),

    NOT_YAML("CONF001"),
    ENTRY("CONF002"),
    MISSING_ENTRY("CONF003"),
    NAMED_PART("CONF004"),
    CODE_FORM("CONF005"),
    TWICE("CONF006"),
    ROLE("CONF007"),
    AMOUNT("CONF008"),
    REACH("CONF009"),
    WORDS("CONF010"),
    SCALE("CONF011"),
    EXIT_FRICTION("CONF012"),
    TAG("CONF013"),
    UNKNOWN_KEY("CONF014"),
    WRONG_VALUE("CONF015"),
    CUT_OFF("CONF016"),

    CASE_FILE("CASE001"),
    CASE("CASE002"),

    MISSING_LANGUAGE("WARN001"),
    LONE_OWNER("WARN002"),
    NEVER_SPEAKS("WARN010"),
    ALWAYS_THE_SAME("WARN011"),
    SAME_RULE("WARN012"),
    CHANGES_NOTHING("WARN013"),
    ALWAYS_WITHHELD("WARN014"),
    EVERY_PAIR("WARN015"),
    NO_CASE("WARN016"),
    ODD_NUMBER("WARN017"),
    DOLLAR_IN_SENTENCE("WARN018");

    private static final String WARNING = "WARN";

    private final String id;

    Code(String id) {
        this.id = id;
    }

    /** The stable name in messages, such as {@code RULE012}. */
    @JsonValue
    public String id() {
        return id;
    }

    /** Whether rules may serve in spite of it. */
    public boolean warning() {
        return id.startsWith(WARNING);
    }
}
