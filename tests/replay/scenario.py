"""Reads a scenario of this folder; the formats are those of docs/formats.md.

Only what the scenarios here use is read: semicolons, points, one spelling.
"""

import csv
import functools
import pathlib
import tomllib

from rates import ExitTables, Factor, Row
from uncertain import Uncertain

DEFAULT_CAUSES = ("leaves_profession", "other_board", "other_sector")
ORIGINS = ("initial", "lio", "starter", "side_entrant", "returner", "mover")


def merged(base, change):
    """Tables merge by key, all else is replaced."""
    if not (isinstance(base, dict) and isinstance(change, dict)):
        return change
    return {**base, **{key: merged(base.get(key), value) for key, value in change.items()}}


def read_toml(path):
    own = tomllib.loads(path.read_text(encoding="ascii"))
    if "extends" in own:
        return merged(read_toml(path.parent / own.pop("extends")), own)
    return own


def in_thousandths(text):
    return round(float(text) * 1000)


def in_millionths(share):
    return int(share * 1_000_000 + 0.5)


class Scenario:
    def __init__(self, path):
        self.folder = pathlib.Path(path).parent
        keys = self.keys = read_toml(pathlib.Path(path))
        self.start, self.years = keys["start"], keys["years"]
        self.sections = {row["section"]: row for row in self.table("files", "sections")}
        self.schools = {row["school"]: row for row in self.table("files", "schools")}
        self.people = self.table("files", "people")
        self.assignments = self.table("files", "assignments")
        self.reference_shares = self.table("unknown", "shares")
        self.pension = [(month_of(row["from"]), 12 * int(row["years"]) + int(row["months"]))
                        for row in self.table("pension", "ages")]
        self.exits = self.read_exits()
        self.demand_table = self.table("demand", "table")
        self.lessons = self.table("demand", "lessons")
        self.pupils = {(row["school"], row["track"], int(row["year_of_study"]),
                        int(row["year"])): int(row["pupils"])
                       for row in self.table("demand", "pupils")}
        self.hours = {direction: self.rate_rows("hours", "rates", "probability", direction)
                      for direction in ("up", "down")}
        self.p_permanent = self.number("contracts", "p_permanent", "probability", 1)
        self.p_grant = self.number("study", "p_grant", "probability", 1)
        self.without_grant = self.number("study", "without_grant", "probability", 1)
        self.leave_uptake = self.number("net", "leave_uptake", "probability", 1)
        self.growth_error = self.number("demand", "growth_error", "other", 0)
        self.programmes = {table["name"]: self.read_programme(table)
                           for table in keys["programme"]}
        self.leave = [Row(row, float(row["share"])) for row in self.table("net", "leave")]
        self.fill = {row["subject"]: float(row["probability"])
                     for row in self.table("recruitment", "fill")}
        self.entrants = [self.read_entrant(row) for row in self.table("recruitment", "entrants")]

    def key(self, table, name, default=0):
        return self.keys.get(table, {}).get(name, default)

    def table(self, table, name):
        file = self.key(table, name, None)
        return self.rows(file) if file else []

    def rows(self, file):
        with open(self.folder / file, encoding="ascii", newline="") as text:
            return list(csv.DictReader(text, delimiter=";"))

    def number(self, table, name, kind, default=0):
        """A key that may be uncertain."""
        return self.number_at(f"{table}.{name}", self.key(table, name, default), kind)

    @staticmethod
    def number_at(name, given, kind):
        if isinstance(given, dict):
            name = given.get("group", name)
            return Uncertain(name, kind, given["central"], given["low"], given["high"])
        return given

    def cell(self, row, column, name, kind):
        """A number in a table, which may be uncertain."""
        if row.get("low", ""):
            return Uncertain(row.get("group") or name, kind, float(row[column]),
                             float(row["low"]), float(row["high"]))
        return float(row[column])

    def rate_rows(self, table, name, column, about, kind="probability"):
        """The rows of a table for one cause, factor, direction or programme."""
        files = self.key(table, name, [])
        rows = []
        for file in [files] if isinstance(files, str) else files:
            for row in self.rows(file):
                first = next(iter(row))
                if row[first] == about:
                    parameter = f"{pathlib.Path(file).stem}/{about}"
                    rows.append(Row(row, self.cell(row, column, parameter, kind)))
        return rows

    def named(self, table, name):
        """What the first column of the tables names, in the order of the files."""
        files = self.key(table, name, [])
        files = [files] if isinstance(files, str) else files
        return list(dict.fromkeys(next(iter(row.values()))
                                  for file in files for row in self.rows(file)))

    def read_exits(self):
        kinds = {row["factor"]: row["kind"] for row in self.table("exit", "factors")}
        causes = {row["factor"]: tuple(row["causes"].split()) or DEFAULT_CAUSES
                  for row in self.table("exit", "factors")}
        rows = {name: self.rate_rows("exit", "factors", "ratio", name, "ratio") for name in kinds}
        starters = [row for name in kinds if kinds[name] == "starter" for row in rows[name]]
        factors = [Factor(rows[name], causes[name], starters if kinds[name] == "tenure" else ())
                   for name in kinds]
        factors.append(self.read_critical_window())
        return ExitTables({cause: self.rate_rows("exit", "rates", "probability", cause)
                           for cause in self.named("exit", "rates")}, factors)

    def read_critical_window(self):
        ratio = self.number("exit", "critical_no_room", "ratio", 1)
        row = Row({}, ratio)
        row.conditions = [("in_critical_window", True, True)]
        return Factor([row], DEFAULT_CAUSES)

    def read_programme(self, keys):
        name = keys["name"]
        made = dict(keys)
        for key in ("completion_with_grant", "completion_without_grant", "delay"):
            made[key] = self.number_at(f"programme.{name}.{key}", keys.get(key, 0), "probability")
        if isinstance(keys["uptake"], str):
            parameter = f"{pathlib.Path(keys['uptake']).stem}/{name}"
            made["uptake"] = [Row(row, self.cell(row, "probability", parameter, "probability"))
                              for row in self.rows(keys["uptake"])]
        else:
            uptake = self.number_at(f"programme.{name}.uptake", keys["uptake"], "probability")
            made["uptake"] = [Row({}, uptake)]
        return made

    def read_entrant(self, row):
        whole = {key: int(row[key]) for key in ("age_from", "age_to", "experience_from",
                                                "experience_to")}
        fte = in_thousandths(row["fte"])
        return {**row, **whole, "fte": fte, "weight": self.cell(row, "weight", "entrants", "ratio"),
                "order": (ORIGINS.index(row["origin"]), whole["age_from"])}

    def entrants_for(self, subject):
        """In the order of their contents; here origin and age suffice."""
        own = [row for row in self.entrants if row["subject"] == subject]
        own = own or [row for row in self.entrants if not row["subject"]]
        return sorted(own, key=lambda row: row["order"])

    def units(self):
        """Sections by (level, unit)."""
        units = {}
        for section, row in self.sections.items():
            school = self.schools[row["school"]]
            for unit in (("section", section), ("school", row["school"]),
                         ("board", school["board"]), ("region", school["region"]),
                         ("total", "all")):
                units.setdefault(unit, set()).add(section)
        return units

    def board_of(self, section):
        return self.schools[self.sections[section]["school"]]["board"]

    def reference_month(self, step):
        """1 October, in months."""
        return 12 * (self.start + step) + 9

    @functools.cache
    def pension_month(self, birth):
        """The first month in which somebody has the state pension age that holds in it."""
        month, ages = birth, self.pension
        while month - birth < next((age for since, age in reversed(ages) if since <= month),
                                   ages[0][1]):
            month += 1
        return month

    def step_of(self, date):
        """The step in which a date falls; 0 is on or before the first 1 October."""
        day, month, year = map(int, date.split("-"))
        return max(0, year + ((month, day) > (10, 1)) - self.start)


def month_of(date):
    """dd-mm-yyyy in months"""
    return 12 * int(date[6:]) + int(date[3:5]) - 1
