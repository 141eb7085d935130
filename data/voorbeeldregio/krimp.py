#!/usr/bin/env python3
"""Writes krimp.csv: the fte that each section of the Voorbeeldregio needs when pupils dwindle.

What a section needs now is asked of the command itself; each school year after that it needs 2% less
(assumption: well over the national 0.8% a year of the Referentieraming 2023, as in a region where
the young are few). The same bytes every time. Standard library only.
Use: krimp.py COMMAND [FILE].
"""
import csv
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
SCENARIO = HERE.parents[1] / "scenarios" / "voorbeeldregio.toml"
START, YEARS = 2025, 10
YEARLY = 0.98


def needed_now(command):
    """{section: net fte} on the reference date, with the uncertain numbers at their centre."""
    done = subprocess.run([command, "staffing", SCENARIO, "--replicates", "1", "--uncertainty", "chance", "--csv", "rfc",
                           "--quiet"], check=True, capture_output=True, text=True, encoding="utf-8")
    rows = csv.DictReader(done.stdout.splitlines())
    return {row["unit"]: float(row["demand_now"]) for row in rows if row["level"] == "section"}


def main(command, path=HERE / "krimp.csv"):
    now = needed_now(command)
    with open(path, "w", encoding="ascii", newline="") as file:
        file.write("sectie;schooljaar;wtf\n")
        for section in sorted(now):
            for step in range(1, YEARS + 1):
                fte = now[section] * YEARLY ** step
                file.write(f"{section};{START + step};{fte:.2f}\n".replace(".", ","))


if __name__ == "__main__":
    main(*sys.argv[1:])
