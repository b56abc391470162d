"""The night as a whole: measurements, each judged on its own. Batches: `night`, `fill`, `volume`, `drift`, `aside`."""

from __future__ import annotations

from dataclasses import replace

from expectations.suites.check import Suite, night_rows
from expectations.suites.shapes import between

NIGHT = Suite(
    "night",
    "versions",
    night_rows("night"),
    ("night",),
    (
        between(
            "night_has_articles",
            "articles",
            "critical",
            "an empty night is an outage; a night whose articles were all known before has read them and passes",
            min_value=1,
        ),
        replace(
            between(
                "few_inputs_set_aside",
                "share_set_aside",
                "warning",
                "more than three in ten inputs unusable is a source that changed its form",
                max_value=0.3,
            ),
            table="set_aside",
        ),
        replace(
            between(
                "inputs_could_be_read",
                "share_set_aside",
                "critical",
                "with nine in ten inputs unusable the night speaks for nothing",
                max_value=0.9,
            ),
            table="set_aside",
        ),
        between(
            "news_is_fresh",
            "days_since_latest",
            "warning",
            "when the latest text is more than three days older than the night, a feed stands still",
            max_value=3,
        ),
    ),
    is_metric=True,
)

FILL = Suite(
    "fill",
    "events",
    night_rows("fill"),
    ("night",),
    (
        between(
            "claims_name_a_party",
            "share_with_party",
            "warning",
            "a claim of nobody against nobody is rare in print (passives); more of them are actors that went unseen",
            min_value=0.9,
        ),
        between(
            "half_the_claims_name_a_party",
            "share_with_party_of_many",
            "critical",
            "below one half the gazetteer or the parser was not there",
            min_value=0.5,
        ),
        between(
            "sanctions_have_measures",
            "share_with_measure",
            "warning",
            "a sanction without even an unspecified measure was not looked at for measures",
            min_value=0.8,
        ),
        between(
            "claims_have_a_date",
            "share_undated",
            "warning",
            "shown every night: contingent acts have no date, and of real news one claim in nine has none",
            max_value=0.5,
        ),
        between(
            "dates_were_read",
            "share_undated_of_many",
            "critical",
            "when eight in ten claims have no date, dates went unread",
            max_value=0.8,
        ),
        replace(
            between(
                "claims_have_evidence",
                "share_with_evidence",
                "critical",
                "a claim without its sentence and the word that gave it away cannot be believed",
                min_value=1,
            ),
            table="evidence",
        ),
        replace(
            between(
                "texts_name_somebody",
                "share_naming_of_many",
                "critical",
                "news names countries: where half the texts name nobody, the gazetteer was not there",
                min_value=0.5,
            ),
            table="mentions",
        ),
        between(
            "texts_tell_of_acts",
            "share_telling_of_many",
            "critical",
            "in a hundred texts of news somebody does something: where nearly none does, the extractor was not there",
            min_value=0.01,
        ),
    ),
    is_metric=True,
)

DRIFT = Suite(
    "drift",
    "events",
    night_rows("drift"),
    ("kind",),
    (
        between(
            "mix_is_usual",
            "stability_index",
            "warning",
            "types or statuses are told in other shares than in the last 28 nights: news turned, or the extractor did; "
            "0.25 is the bound of a major shift (Siddiqi, Credit Risk Scorecards, 2006)",
            max_value=0.25,
        ),
    ),
)

ASIDE = Suite(
    "aside",
    "set_aside",
    night_rows("aside"),
    ("kind", "series"),
    (
        between(
            "share_set_aside_is_usual",
            "above_usual",
            "warning",
            "where a third more than usual cannot be used, the source changed its pages, or a feed its language",
            max_value=0.33,
        ),
    ),
)

VOLUME = Suite(
    "volume",
    "appearances",
    night_rows("volume"),
    ("kind", "series"),
    (
        between(
            "volume_is_usual",
            "oddness",
            "warning",
            "a source or type fell silent or floods: 3.5 robust deviations are an outlier (Iglewicz, Hoaglin 1993)",
            min_value=-3.5,
            max_value=3.5,
        ),
    ),
)
