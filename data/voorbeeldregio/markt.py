#!/usr/bin/env python3
"""Writes pool.csv: who looks for work in the Voorbeeldregio each year, by subject and origin.

In a region whose shortage stays as it is, as much comes as goes. Candidates of a subject a year
    = TURNOVER x fte in service / fte of an entrant.
Each origin has its weight in data/reference/entrants.csv; of movers only those from outside the
region, 1 - P_INSIDE of them. The interval is a sixth up or down (assumption).
The same bytes every time. Standard library only.

    markt.py [FILE]                  writes pool.csv
    markt.py --calibrate MEESTERPLAN prints TURNOVER anew, in some minutes
"""
import collections
import csv
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
REFERENCE = HERE.parent / "reference"
SCENARIO = HERE.parent.parent / "scenarios/voorbeeldregio-markt.toml"
# Of the fte in service, a year. Calibrated: with it the model's shortage of each subject in the school
# years 2 to 6 is the published one (data/reference/published_shortage.csv; of a subject that is not in
# it, that of all subjects). It differs by subject as leaving, growth and small sections do.
TURNOVER = {
    "aardrijkskunde": 0.125,
    "beroepsgericht_vmbo": 0.111,
    "biologie": 0.115,
    "duits": 0.108,
    "economie": 0.123,
    "engels": 0.105,
    "frans": 0.115,
    "geschiedenis": 0.129,
    "informatica": 0.213,
    "klassieke_talen": 0.176,
    "kunst": 0.097,
    "lo": 0.083,
    "maatschappijleer": 0.126,
    "natuurkunde": 0.139,
    "nederlands": 0.109,
    "scheikunde": 0.134,
    "wiskunde": 0.110,
}
P_INSIDE = 0.5  # scenarios/voorbeeldregio-markt.toml


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


def pool(turnover):
    entrants = rows(REFERENCE / "entrants.csv")
    fte = fte_by_subject()
    for subject in sorted(fte):
        own = [row for row in entrants if row["subject"] == subject] or [row for row in entrants if not row["subject"]]
        weight = collections.Counter()
        for row in own:
            weight[row["origin"]] += float(row["weight"])
        whole = sum(weight.values())
        mean_fte = sum(float(row["weight"]) * float(row["fte"]) for row in own) / whole
        candidates = turnover[subject] * fte[subject] / mean_fte
        for origin in sorted(weight):
            part = 1 - P_INSIDE if origin == "mover" else 1
            yield subject, origin, candidates * weight[origin] / whole * part


def write(path, turnover):
    with open(path, "w", encoding="ascii", newline="") as file:
        file.write("vak;herkomst;kandidaten;laag;hoog;bron\n")
        for subject, origin, count in pool(turnover):
            values = ";".join(f"{value:.3f}" for value in (count, count / 1.17, count * 1.17)).replace(".", ",")
            file.write(f"{subject};{origin};{values};geijkt: verloop x fte / wtf van een nieuwkomer (markt.py)\n")


def shortages(meesterplan):
    """{subject: unfilled by demand in school years 2 to 6} of 200 futures."""
    ended = subprocess.run([meesterplan, "run", SCENARIO, "--replicates", "200", "--uncertainty", "chance", "--json",
                            "--quiet"], check=True, capture_output=True)
    document = json.loads(ended.stdout)
    years = range(document["start"] + 2, document["start"] + 7)
    total = collections.Counter()
    for row in document["series"]:
        if row["level"] == "subject" and row["year"] in years and row["metric"] in ("unfilled", "demand"):
            total[row["metric"], row["unit"]] += row["mean"]
    return {unit: total["unfilled", unit] / total["demand", unit] for metric, unit in total if metric == "demand"}


def calibrate(meesterplan):
    """More candidates where the shortage is above the published one, fewer where it is below, ten times."""
    published = {row["subject"]: float(row["short"]) for row in rows(REFERENCE / "published_shortage.csv")}
    turnover = dict.fromkeys(fte_by_subject(), 0.12)
    for _ in range(10):
        write(HERE / "pool.csv", turnover)
        for subject, short in shortages(meesterplan).items():
            turnover[subject] += 0.45 * (short - published.get(subject, published[""]))
    for subject in sorted(turnover):
        print(f'    "{subject}": {turnover[subject]:.3f},')


def main(arguments):
    if arguments[:1] == ["--calibrate"]:
        calibrate(arguments[1])
    else:
        write(arguments[0] if arguments else HERE / "pool.csv", TURNOVER)


if __name__ == "__main__":
    main(sys.argv[1:])
