package retention.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One answer to a survey, or one review. */
@About("One answer to a survey, or one review.")
public record Survey(
        @About("what was asked") @Nullable SurveyKind kind,

        @About(value = "the answer, on the scale of its kind", least = 0, most = 10) @Nullable
        Integer score,

        @About("tone of the text") @Nullable Sentiment sentiment,
        @About("the day of the answer") @Nullable LocalDate answeredOn,
        @About("whether others can read it") @Nullable Boolean published,
        AsOf asOf)
        implements Dated {

    /** Throws IllegalArgumentException for a score off the scale of its kind, or off all scales. */
    public Survey {
        if (kind != null) {
            Range.check("score", score, kind.least(), kind.most());
        } else {
            Range.check("score", score, 0, 10);
        }
    }

    @Override
    @About("days since then")
    public @Nullable Integer daysAgo() {
        return asOf.daysSince(answeredOn);
    }
}
