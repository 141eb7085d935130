"""Rate tables, factors and the hazards of clocks: section 7.3 of docs/methods.md."""

import math

from draws import hazard
from uncertain import Uncertain

SPANS = ("age", "retirement", "tenure", "experience", "years_since_master", "fte", "year")
WORDS = ("degree", "licence", "contract", "subject")
LEAST_RATIO = 1e-30


class Row:
    """A row of a rate table: for whom it holds, and its number."""

    def __init__(self, cells, number):
        self.number = number
        self.conditions = []
        for name in SPANS:
            low, high = cells.get(name + "_from", ""), cells.get(name + "_to", "")
            if low or high:
                times = 1000 if name == "fte" else 1
                self.conditions.append((name, round(float(low) * times) if low else -math.inf,
                                        round(float(high) * times) if high else math.inf))
        for name in WORDS:
            if cells.get(name, ""):
                self.conditions.append((name, cells[name], cells[name]))

    def covariates(self):
        return {name for name, _, _ in self.conditions}

    def holds(self, about):
        return all(low <= about[name] <= high for name, low, high in self.conditions)


def first_row(rows, about):
    return next((row for row in rows if row.holds(about)), None)


class Factor:
    """A hazard ratio by cells; `hidden_by` are rows in whose cells it is 1."""

    def __init__(self, rows, causes, hidden_by=()):
        self.rows, self.causes, self.hidden_by = rows, causes, hidden_by

    def ratio(self, about, value):
        row = first_row(self.rows, about)
        if row is None or first_row(self.hidden_by, about):
            return 1.0
        return max(value(row.number), LEAST_RATIO)

    def matters(self):
        return any(isinstance(row.number, Uncertain) or row.number != 1 for row in self.rows)


class Hazards:
    """What may happen to somebody in a year: groups of (ratios, [(kind, hazard)])."""

    def __init__(self, groups):
        self.groups = []
        self.total = 0.0
        for ratios, kinds in groups:
            of_group = 0.0
            for _, one in kinds:
                of_group += one
            self.groups.append((ratios, kinds))
            self.total += times(of_group, ratios)

    def of(self, wanted):
        return sum(times(one, ratios) for ratios, kinds in self.groups for kind, one in kinds
                   if kind == wanted)

    def choose(self, uniform, order):
        """The kind that happens; `order` is that of the file."""
        alike = [(kind, times(one, ratios)) for ratios, kinds in self.groups
                 for kind, one in kinds if one > 0]
        if math.isinf(self.total):
            return min((kind for kind, one in alike if math.isinf(one)), key=order.index)
        left = uniform * self.total
        for kind, one in alike:
            left -= one
            if left < 0:
                return kind
        return alike[-1][0]


def times(start, ratios):
    for ratio in ratios:
        start *= ratio
    return start


class ExitTables:
    """Causes of exit in groups of the same factors and covariates."""

    def __init__(self, rows_of_cause, factors):
        self.causes = list(rows_of_cause)
        self.groups = []
        for cause, rows in rows_of_cause.items():
            if not any(row.number for row in rows):
                continue
            acting = [factor for factor in factors if cause in factor.causes and factor.matters()]
            alike = (acting, set().union(*(row.covariates() for row in rows)))
            for known, kinds in self.groups:
                if known == alike:
                    kinds.append((cause, rows))
                    break
            else:
                self.groups.append((alike, [(cause, rows)]))

    def hazards(self, about, value):
        return Hazards(
            ([factor.ratio(about, value) for factor in acting],
             [(cause, hazard(value(first_row(rows, about).number))) for cause, rows in kinds])
            for (acting, _), kinds in self.groups)
