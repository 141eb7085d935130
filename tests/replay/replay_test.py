#!/usr/bin/env python3
"""Plays futures of a scenario and compares them with those of the command, cell by cell.

    tests/replay/replay_test.py --command build/release/meesterplan pupils [seats ...]
"""

import argparse
import json
import pathlib
import subprocess
import sys

from play import Future
from scenario import Scenario

HERE = pathlib.Path(__file__).resolve().parent
SEEDS = range(1, 11)
TOLERANCE = 1e-12
SHOWN = 10
# Else a scenario would compare nothing where it should.
MUST_HAPPEN = ("enrolments", "graduations", "dropouts", "hires_known", "exits_retirement",
               "exits_contract_ended", "exits_replacement_ended", "masters_upskilled", "surplus",
               "unfilled", "hidden", "cancelled")
MUST_HAPPEN_ALSO = {"vacancies": ("vacancies", "hires_side_entrant"), "seats": ("hires_lio",),
                    "nobody": ("exits_not_extended",), "pupils": ("exits_not_extended", "moved"),
                    "fewer": ("vacancies", "moved")}
LEAST_HEADS = 3  # of a section whose results are shown: section 7.15 of docs/methods.md


def run(command, path, seed):
    """What the command makes of one future: series and flows as a Record has them."""
    ended = subprocess.run(
        [command, "run", path, "--json", "--quiet", "--replicates", "1", "--seed", str(seed)],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", check=False)
    if ended.returncode != 0:
        raise SystemExit(f"{path} seed {seed} ended with {ended.returncode}\n{ended.stderr}")
    document = json.loads(ended.stdout)
    series = {(row["metric"], row["level"], row["unit"], row["year"]):
              row["mean"] if row["n"] else None for row in document["series"]}
    flows = {(row["stock"], row["cause"], row["level"], row["unit"], row["year"]): row["mean"]
             for row in document["flows"]}
    return series, flows


def differs(left, right):
    if left is None or right is None:
        return left is not right
    return abs(left - right) > TOLERANCE


def compare(printed, played, small):
    """Cells that differ. What is not printed must be nothing or of a small section."""
    found = [f"{cell}: printed {value}, played {played.get(cell, 'not at all')}"
             for cell, value in printed.items()
             if cell not in played or differs(value, played[cell])]
    printed_columns = {cell[:-3] for cell in printed}
    for cell, value in played.items():
        *column, level, unit, _ = cell
        hidden = level == "section" and unit in small and column != ["demand"]
        if hidden and cell in printed:
            found.append(f"{cell}: printed of a small section")
        if cell not in printed and not hidden and (value or tuple(column) in printed_columns):
            found.append(f"{cell}: not printed, played {value}")
    return found


def replay(command, name):
    path = HERE / "scenarios" / f"{name}.toml"
    scenario = Scenario(path)
    different, cells, happened = [], 0, set()
    for seed in SEEDS:
        series, flows = run(command, path, seed)
        record = Future(scenario, seed).play()
        small = {section for section in scenario.sections
                 if record.series["heads", "section", section, scenario.start] < LEAST_HEADS}
        cells += len(series) + len(flows)
        happened |= {cell[0] for cell, value in record.series.items() if value}
        happened |= {"moved" for cell, value in record.flows.items()
                     if cell[1] == "moved_in" and value}
        for printed, played in ((series, record.series), (flows, record.flows)):
            different += [f"seed {seed} {line}" for line in compare(printed, played, small)]
    different += [f"{what} never happened"
                  for what in MUST_HAPPEN + MUST_HAPPEN_ALSO[name] if what not in happened]
    print(f"{name}: {cells} cells of {len(SEEDS)} futures, {len(different)} differ")
    for line in different[:SHOWN]:
        print(line)
    return not different


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--command", required=True)
    arguments.add_argument("scenario", nargs="+")
    chosen = arguments.parse_args()
    return 0 if all([replay(chosen.command, name) for name in chosen.scenario]) else 1


if __name__ == "__main__":
    sys.exit(main())
