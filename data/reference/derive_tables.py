#!/usr/bin/env python3
"""Writes fill.csv, entrants.csv and exit_factors_subject.csv from what was published.

fill.csv. A subject's shortage s (published_shortage.csv) is taken as steady:
each year a share v of its fte falls open on top of the s that was open, and
a try succeeds with chance f. Then s = (v + s)(1 - f), so f = v / (v + s).

entrants.csv. Who comes in follows from who is new in the reference population
and from diplomas; the rest is assumed here, in the open.

exit_factors_subject.csv. How much sooner teachers of a subject leave was found
for England only (published_subjects.csv). The hazards are divided by their mean
over Dutch fte, so that the sector as a whole leaves as often as without them.

Standard library only; the same bytes every time. Use: derive_tables.py [FOLDER].
"""
import csv
import math
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent

TURNOVER = 0.086  # v: all exits and ended contracts of the reference population
SHORTAGE_ERROR = 1.5  # assumption: 58% of locations answered, so s may be 1.5 times more or less

# Shares of a year's hires. Starters: experience 0 in the reference population
# (4.8% of teachers) over the turnover; side entrants: 136 subsidies in 2018
# over some 6,000 hires; movers: as many as leave for another board; returners,
# who include teachers from po and mbo: what is left.
STARTER_YOUNG, STARTER_OLDER, SIDE_ENTRANT, MOVER, RETURNER = 0.42, 0.14, 0.02, 0.15, 0.27

ORIGIN_SOURCE = {
    "starter": "derived: 4.8% of the reference population has experience 0, of a turnover of 8.6%",
    "side_entrant": "derived: 136 subsidies for zij-instroom vo in 2018 (onderwijsnieuwsdienst 2019) of some 6000 hires",
    "mover": "derived: as many as leave for another board in the reference population",
    "returner": "assumption: what the other origins leave, with teachers from po and mbo",
}
DIPLOMAS = ("derived: diplomas 2018-2021, 0.7 thousand wo and 3.2 thousand hbo second degree (ocwincijfers.nl, uitstroom "
            "lerarenopleidingen), a third of the latter taken to start in mbo: 24% wo master")

# Diploma mixes: (degree, kind, licence, share). Keys are subjects; "" is all others.
WO, HBO = ("wo_master", "subject", "first_degree"), ("hbo_master", "subject", "first_degree")
EDUCATION, SECOND = ("hbo_master", "education", "second_degree"), ("bachelor", "", "second_degree")
FIRST = ("bachelor", "", "first_degree")
EXACT = {"starter": {WO: 0.35, SECOND: 0.65}, "experienced": {WO: 0.36, HBO: 0.12, EDUCATION: 0.04, SECOND: 0.48}}
MIXES = {
    "": {"starter": {WO: 0.24, SECOND: 0.76}, "experienced": {WO: 0.25, HBO: 0.12, EDUCATION: 0.05, SECOND: 0.58}},
    "wiskunde": EXACT,
    "natuurkunde": EXACT,
    "scheikunde": EXACT,
    "informatica": EXACT,
    "klassieke_talen": {"starter": {WO: 0.95, SECOND: 0.05}, "experienced": {WO: 0.95, SECOND: 0.05}},
    "kunst": {"starter": {FIRST: 0.70, WO: 0.10, SECOND: 0.20}, "experienced": {FIRST: 0.65, WO: 0.15, SECOND: 0.20}},
    "lo": {"starter": {FIRST: 1.0}, "experienced": {FIRST: 0.95, EDUCATION: 0.05}},
}
MIX_SOURCE = {
    "": DIPLOMAS,
    "klassieke_talen": "assumption: there is hardly a second-degree training for classical languages",
    "kunst": "assumption: most come from art school with a first-degree licence",
    "lo": "physical education is a first-degree licence with a bachelor (landelijk opleidingsprofiel LO)",
}
EXACT_SOURCE = "assumption: more from university than on average in sciences"

HEADER = ["subject", "origin", "weight", "low", "high", "group", "age_from", "age_to", "experience_from", "experience_to",
          "degree", "master_kind", "years_since_master", "licence", "licensed_after", "licensed_as", "contract", "scale", "fte", "source"]


def read(name):
    with open(HERE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def fill_rows():
    for row in read("published_shortage.csv"):
        short = float(row["short"])
        p, low, high = (TURNOVER / (TURNOVER + s) for s in (short, short * SHORTAGE_ERROR, short / SHORTAGE_ERROR))
        source = (f"derived: v / (v + s) with turnover v = {TURNOVER} and shortage s = {short} of 1 October 2023 "
                  "(Centerdata, ocwincijfers.nl); interval: s 1.5 times more or less (assumption)")
        yield [row["subject"], f"{p:.3f}", f"{low:.3f}", f"{high:.3f}", "fill", source]


def subject_factor_rows():
    rows = read("published_subjects.csv")
    hazards = {row["subject"]: -math.log1p(-float(row["leaves"])) for row in rows}
    fte = {row["subject"]: float(row["fte"]) for row in rows}
    mean = sum(hazards[subject] * fte[subject] for subject in fte) / sum(fte.values())
    for row in rows:
        source = (f"derived: {100 * float(row['leaves']):.1f}% a year left in England 2010-2015 (NFER 16-5-2017, Worth and "
                  "De Lazzari) over the mean of Dutch subjects; foreign, no interval known")
        yield ["subject", row["subject"], "leaves_profession", f"{hazards[row['subject']] / mean:.3f}", source]


def entrant(subject, origin, weight, ages, experience, diploma, since, fte, source):
    degree, kind, licence = diploma
    interval = ["", "", ""]
    if degree == "wo_master" and origin == "starter":
        # assumption: a third more or less of university starters
        interval = [f"{weight / 1.35:.4f}", f"{weight * 1.35:.4f}", "entrants.wo_starters"]
    scale = "LC" if licence == "first_degree" and degree != "bachelor" and origin in ("mover", "returner") else "LB"
    # a side entrant's route takes two years at most and ends in a licence
    licensed = ["2", "first_degree" if degree == "wo_master" else "second_degree"] if origin == "side_entrant" else ["", ""]
    return ([subject, origin, f"{weight:.4f}"] + interval + [str(value) for value in ages + experience]
            + [degree, kind, since if degree.endswith("master") else "", licence] + licensed + ["temporary", scale, fte, source])


def subject_rows(subject, mixes):
    source = MIX_SOURCE.get(subject, EXACT_SOURCE)
    for ages, share in (((22, 29), STARTER_YOUNG), ((30, 45), STARTER_OLDER)):
        for diploma, part in mixes["starter"].items():
            yield entrant(subject, "starter", share * part, ages, (0, 0), diploma, "0", "0.8",
                          ORIGIN_SOURCE["starter"] + "; " + source)
    for diploma in (("wo_master", "subject", "appointable"), ("bachelor", "", "appointable")):
        yield entrant(subject, "side_entrant", SIDE_ENTRANT / 2, (32, 50), (0, 0), diploma, "10", "0.8",
                      ORIGIN_SOURCE["side_entrant"] + "; half of them with a wo master (assumption); "
                      "licensed after the two years that a route takes at most (onderwijsnieuwsdienst 2019)")
    for origin, share, ages, experience, fte in (("mover", MOVER, (27, 55), (2, 20), "0.8"),
                                                 ("returner", RETURNER, (30, 55), (3, 15), "0.7")):
        for diploma, part in mixes["experienced"].items():
            yield entrant(subject, origin, share * part, ages, experience, diploma, "8", fte,
                          ORIGIN_SOURCE[origin] + "; assumption: diplomas about as of sitting teachers")


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";", lineterminator="\n").writerows([header] + list(rows))


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    write(folder / "fill.csv", ["subject", "probability", "low", "high", "group", "source"], fill_rows())
    write(folder / "entrants.csv", HEADER,
          (row for subject, mixes in MIXES.items() for row in subject_rows(subject, mixes)))
    write(folder / "exit_factors_subject.csv", ["factor", "subject", "causes", "ratio", "source"], subject_factor_rows())


if __name__ == "__main__":
    main()
