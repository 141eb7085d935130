#!/usr/bin/env python3
"""Writes pool.csv: who looks for work in the Voorbeeldregio each year, by subject and origin.

In a region whose shortage stays as it is, as much comes as goes. Candidates of a subject a year
    = TURNOVER x exits of the subject x fte in service / fte of an entrant,
where exits of the subject are those of its factor in data/reference/exit_factors_subject.csv relative
to the mean of the region, for the half of all leaving that the factor is about (leaves_profession,
assumption). Each origin has its weight in data/reference/entrants.csv; of movers only those from
outside the region, 1 - P_INSIDE of them. The interval is a sixth up or down (assumption).
The same bytes every time. Standard library only. Use: markt.py [FILE].
"""
import collections
import csv
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
REFERENCE = HERE.parent / "reference"
# Of the fte in service, a year. With it the model's shortage of the region stays near the published
# 5.8% (docs/data.md); 8.6% leaves its reference population, and hires give fewer lessons at first.
TURNOVER = 0.104
P_INSIDE = 0.5  # scenarios/voorbeeldregio-markt.toml
SUBJECT_PART = 0.5


def number(text):
    return float(text.replace(",", ".") or 0)


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def fte_by_subject():
    subject = {row["sectie"]: row["vak"] for row in rows(HERE / "sections.csv")}
    fte = collections.Counter()
    for row in rows(HERE / "assignments.csv"):
        fte[subject[row["sectie"]]] += number(row["wtf"])
    return fte


def exits_of(fte):
    """{subject: how many leave, relative to the mean of the region}."""
    factor = {row["subject"]: float(row["ratio"]) for row in rows(REFERENCE / "exit_factors_subject.csv")}
    ratio = {subject: 1 + SUBJECT_PART * (factor.get(subject, 1.0) - 1) for subject in fte}
    mean = sum(ratio[subject] * fte[subject] for subject in fte) / sum(fte.values())
    return {subject: ratio[subject] / mean for subject in fte}


def pool():
    entrants = rows(REFERENCE / "entrants.csv")
    fte = fte_by_subject()
    exits = exits_of(fte)
    for subject in sorted(fte):
        own = [row for row in entrants if row["subject"] == subject] or [row for row in entrants if not row["subject"]]
        weight = collections.Counter()
        for row in own:
            weight[row["origin"]] += float(row["weight"])
        whole = sum(weight.values())
        mean_fte = sum(float(row["weight"]) * float(row["fte"]) for row in own) / whole
        candidates = TURNOVER * exits[subject] * fte[subject] / mean_fte
        for origin in sorted(weight):
            part = 1 - P_INSIDE if origin == "mover" else 1
            yield subject, origin, candidates * weight[origin] / whole * part


def main(path=HERE / "pool.csv"):
    with open(path, "w", encoding="ascii", newline="") as file:
        file.write("vak;herkomst;kandidaten;laag;hoog;bron\n")
        for subject, origin, count in pool():
            values = ";".join(f"{value:.2f}" for value in (count, count / 1.17, count * 1.17)).replace(".", ",")
            file.write(f"{subject};{origin};{values};afgeleid: verloop x fte / wtf van een nieuwkomer (markt.py)\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
