#!/usr/bin/env python3
"""Plays each case and compares what comes out with what is expected, to the bit.

A case is a folder with scenario.toml, README.md (what it guards) and expected/:
  targets.csv      a row a target and unit
  series.csv       the means of the whole, a row a metric, a column a year
  result_hash.txt  over everything that the run found
  *.nl.txt, *.en.txt  where they exist: what the command prints (run, why, check, staffing)
  staffing.csv        where it exists: the spring table as data

    tests/regression/regression.py                   compares all cases
    tests/regression/regression.py krimp             compares some
    tests/regression/regression.py --update krimp    rewrites what is expected
"""

import argparse
import csv
import difflib
import io
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LANGUAGES = ("nl", "en")
TEXTS = ("check", "run", "why", "staffing")


def play(command, verb, case, *arguments):
    """What the command prints about the case."""
    ended = subprocess.run(
        [command, verb, f"tests/regression/{case}/scenario.toml", "--quiet", *arguments], cwd=ROOT,
        stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "LANG": "C.UTF-8"})
    if ended.returncode != 0:
        raise SystemExit(f"{case}: {verb} ended with {ended.returncode}\n{ended.stderr}"
                         f"{ended.stdout}")
    return ended.stdout


def csv_text(rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def targets_csv(document):
    names = ["name", "level", "unit", "by", "met", "applies", "probability", "standard_error"]
    rows = [names + ["chance", "shortfall_p50"]]
    for target in document["targets"]:
        chance = target["chance"]["probability"] if target["chance"] else ""
        shortfall = target["shortfall"]["p50"] if target["shortfall"] else ""
        rows.append([target[name] for name in names] + [chance, shortfall])
    return csv_text(rows)


def series_csv(document):
    """Six decimals tell a reader what changed; the hash sees every bit."""
    years = range(document["start"], document["start"] + document["years"] + 1)
    means = {}
    for row in document["series"]:
        if row["level"] == "total":
            mean = "" if row["mean"] is None else f"{row['mean']:.6f}"
            means.setdefault((row["metric"], row["measure"]), {})[row["year"]] = mean
    rows = [["metric", "measure", *years]]
    rows += [[*key, *(by_year.get(year, "") for year in years)] for key, by_year in means.items()]
    return csv_text(rows)


def outcome(command, case, texts):
    """The files of expected/ as the case makes them now, text by name."""
    document = json.loads(play(command, "run", case, "--json"))
    files = {"targets.csv": targets_csv(document), "series.csv": series_csv(document),
             "result_hash.txt": document["provenance"]["result_hash"] + "\n"}
    for name in texts:
        verb, *language, form = name.split(".")
        arguments = ["--lang", *language] if language else ["--csv", "rfc"]
        files[name] = play(command, verb, case, *arguments)
    return files


def texts_of(folder):
    """Which printed texts a case keeps."""
    names = [f"{verb}.{language}.txt" for verb in TEXTS for language in LANGUAGES]
    return [name for name in [*names, "staffing.csv"] if (folder / "expected" / name).exists()]


def update(command, case):
    expected = HERE / case / "expected"
    expected.mkdir(exist_ok=True)
    for name, text in outcome(command, case, texts_of(HERE / case)).items():
        (expected / name).write_text(text, encoding="utf-8")
    print(f"{case}: rewritten")


def compare(command, case):
    """The difference between what is expected and what came, as lines."""
    folder = HERE / case
    if not (folder / "README.md").exists():
        return [f"{case}: README.md is missing"]
    difference = []
    for name, text in outcome(command, case, texts_of(folder)).items():
        path = folder / "expected" / name
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        if not before:
            difference.append(f"{case}/expected/{name} is missing or empty")
        difference += difflib.unified_diff(before.splitlines(), text.splitlines(),
                                           f"{case}/expected/{name}", "now", lineterm="", n=1)
    print(f"{case}: {'differs' if difference else 'as expected'}", flush=True)
    return difference


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--command", type=pathlib.Path, default=ROOT / "build/release/meesterplan")
    parser.add_argument("--update", action="store_true", help="rewrite what is expected")
    parser.add_argument("cases", nargs="*", help="folders here; all when none is named")
    chosen = parser.parse_args()
    cases = chosen.cases or sorted(path.parent.name for path in HERE.glob("*/scenario.toml"))
    if not cases:
        raise SystemExit("there are no cases")
    difference = []
    for case in cases:
        if chosen.update:
            update(chosen.command.resolve(), case)
        else:
            difference += compare(chosen.command.resolve(), case)
    print("\n".join(difference))
    return 1 if difference else 0


if __name__ == "__main__":
    sys.exit(main())
