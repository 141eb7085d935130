#!/usr/bin/env python3
"""Writes reference_population.csv, the teachers for whom the exit rates are solved.

Age bands follow the published shares (published_flows.csv). What is not
published is assumed here, in the open: how old starters are, how persons
spread within a band, how many are new in teaching or new at their board.
All of them hold a licence. Standard library only; the same bytes every time. Use: make_population.py
[FOLDER].
"""
import csv
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent

# Assumption: the age at which starters under 30 begin.
START_AGE = {22: 0.13, 23: 0.17, 24: 0.18, 25: 0.16, 26: 0.12, 27: 0.10, 28: 0.08, 29: 0.06}
# Starters still in the sector after 0, 1, ... 7 years: published for 1, 2, 3
# and 5 years, evenly between them, and 2 points a year after that.
STILL_THERE = [1.0, 0.80, 0.76, 0.75, 0.725, 0.70, 0.68, 0.66]
# Assumption: persons per single year of age within a band. Even, except that
# few stay on towards and beyond the state pension age (65 to 65y9m then).
AGE_SHAPE = {
    (30, 39): {age: 1.0 for age in range(30, 40)},
    (40, 49): {age: 1.0 for age in range(40, 50)},
    (50, 59): {age: 1.0 for age in range(50, 60)},
    (60, 99): {60: 2.9, 61: 2.75, 62: 2.5, 63: 2.1, 64: 1.4, 65: 0.5, 66: 0.12, 67: 0.06, 68: 0.02},
}
# Assumption: share with experience 0, 1, 2, 3 and 4 years from 30 on; the
# rest has taught for five years or more.
EXPERIENCE = {
    (30, 39): [0.030, 0.035, 0.040, 0.045, 0.050],
    (40, 49): [0.012, 0.012, 0.012, 0.012, 0.012],
    (50, 59): [0.006, 0.006, 0.006, 0.006, 0.006],
    (60, 99): [0.002, 0.002, 0.002, 0.002, 0.002],
}
# Assumption: share of the experienced who came from another board last year.
NEW_AT_BOARD = {(0, 29): 0.06, (30, 39): 0.05, (40, 49): 0.04, (50, 59): 0.02, (60, 99): 0.007}
LONG = 5  # experience 5 stands for five years and more
SETTLED = 2  # tenure 2 stands for two years and more


def band_shares():
    """Published share of all teachers per age band, {(from, to): share}."""
    with open(HERE / "published_flows.csv", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["what"] == "persons"]
    return {(int(row["age_from"] or 0), int(row["age_to"] or 99)): float(row["share"]) for row in rows}


def experience_by_age(band):
    """{(age, experience): weight} within one band, summing to 1."""
    weights = {}
    if band == (0, 29):
        for start, share in START_AGE.items():
            for years in range(30 - start):
                key = (start + years, min(years, LONG))
                weights[key] = weights.get(key, 0.0) + share * STILL_THERE[years]
    else:
        shares = EXPERIENCE[band] + [1.0 - sum(EXPERIENCE[band])]
        for age, persons in AGE_SHAPE[band].items():
            for years, share in enumerate(shares):
                weights[(age, years)] = persons * share
    total = sum(weights.values())
    return {key: weight / total for key, weight in weights.items()}


def tenure_and_contract(experience, new):
    """[(tenure, contract, share)]: whoever is new at the board is temporary."""
    if experience == 0:
        return [(0, "temporary", 1.0)]
    if experience == 1:
        return [(0, "temporary", new), (1, "permanent", 1.0 - new)]
    return [(0, "temporary", new), (1, "permanent", new), (SETTLED, "permanent", 1.0 - 2.0 * new)]


def population():
    """Rows (age, experience, tenure, contract, weight), weights summing to 1."""
    rows = []
    shares = band_shares()
    total = sum(shares.values())
    for band, band_share in sorted(shares.items()):
        for (age, experience), weight in sorted(experience_by_age(band).items()):
            for tenure, contract, share in tenure_and_contract(experience, NEW_AT_BOARD[band]):
                rows.append((age, experience, tenure, contract, band_share / total * weight * share))
    return rows


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    with open(folder / "reference_population.csv", "w", encoding="utf-8", newline="") as file:
        file.write("age;experience;tenure;contract;weight\n")
        for age, experience, tenure, contract, weight in population():
            file.write(f"{age};{experience};{tenure};{contract};{weight:.9f}\n")
    with open(folder / "reference_starters.csv", "w", encoding="utf-8", newline="") as file:
        file.write("age;share\n")
        for age, share in START_AGE.items():
            file.write(f"{age};{share:.2f}\n")


if __name__ == "__main__":
    main()
