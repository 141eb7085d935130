#!/usr/bin/env python3
"""Solves the yearly exit chances in exit_rates.csv, retirement.csv and
exit_factors.csv so that the declared reference population reproduces what was
published (published_flows.csv).

Published shares are crude: of all teachers in an age band, starters included,
so many leave in a year, whatever the causes would have done alone. The model
wants each cause's chance if it were the only one. Causes compete, so one year
of a teacher with hazards H_c is

    P_c = H_c / H (1 - exp(-H)),  H_c = -ln(1 - p_c) x factors,  H = sum H_c,

after which a temporary teacher's contract ends with chance 1 - p_permanent.
Unknown: leaves_profession per band (60+ as 50-59), other_sector per band, the
level of other_board, the level of retirement before pension age, and the
factors of starters. There are as many published numbers; each unknown moves
its own number monotonically, so sweeps over them, one at a time, find all.

Standard library only; the same bytes every time. Use: solve_rates.py [FOLDER]
writes the three files to FOLDER (default: beside this script).
"""
import csv
import math
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent

BANDS = [(0, 29), (30, 39), (40, 49), (50, 59), (60, 99)]
DATA_YEARS = [2013, 2014, 2015, 2016]  # school years behind the published flows
STARTER_CLASSES = [(0, 0), (1, 1), (2, 2), (3, 4)]  # experience; published after 1, 2, 3, 5 years
TO_OTHER_BOARD = 14 / 30  # of ended contracts: RUG/Voion 2013, 14% moved and 16% stopped

# Assumptions, each with its 95% interval in the tables that are written.
SUPPORT = [0.002, 0.004, 0.006, 0.005, 0.002]
DISABILITY = [0.001, 0.0015, 0.003, 0.006, 0.010]
BEFORE_PENSION = {-5: 1.0, -4: 1.5, -3: 2.2, -2: 3.5, -1: 5.0}  # relative hazards by r
AT_PENSION = 0.90  # r = 0; from r = 1 on retirement is certain
TENURE_RATIO = 1.3  # experienced, but here for less than two years
UNLICENSED_RATIO = math.log(1 - 0.46) / math.log(1 - 0.22)  # RUG/Voion 2013


def read(name):
    with open(HERE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def band_of(age):
    return next(band for band in BANDS if band[0] <= age <= band[1])


def hazard(p):
    return -math.log1p(-p)


def chance(h):
    return -math.expm1(-h)


class Published:
    """What must come out."""

    def __init__(self):
        self.leaves, self.switches, self.stay = {}, {}, {}
        for row in read("published_flows.csv"):
            band = (int(row["age_from"] or 0), int(row["age_to"] or 99))
            share = float(row["share"])
            if row["what"] == "leaves_sector":
                self.leaves[band] = share
            elif row["what"] == "other_sector":
                self.switches[band] = share
            elif row["what"] == "starters_stay":
                self.stay[int(row["years"])] = share
            elif row["what"] == "starters_move":
                self.move = share


def pension_steps():
    """[(month from which it holds, months)], months counted from year 0."""
    steps = []
    for row in read("pension_age.csv"):
        year, month, _ = row["from"].split("-")
        steps.append((int(year) * 12 + int(month) - 1, int(row["years"]) * 12 + int(row["months"])))
    return steps


def pension_age(born, steps):
    """State pension age in months on the day on which it is reached."""
    for (_, months), (next_from, _) in zip(steps, steps[1:]):
        if born + months < next_from:
            return months
    return steps[-1][1]


def retirement_years(age, steps):
    """{r: share} over the data years and twelve equally likely birth months."""
    shares = {}
    for year in DATA_YEARS:
        start = year * 12 + 9  # October
        for extra in range(12):
            born = start - 12 * age - extra
            r = (start + 12 - born - pension_age(born, steps)) // 12
            shares[r] = shares.get(r, 0.0) + 1.0 / (12 * len(DATA_YEARS))
    return shares


class Rates:
    """The unknowns, as hazards."""

    def __init__(self):
        self.profession = {band: 0.02 for band in BANDS}
        self.sector = {band: 0.005 for band in BANDS}
        self.board_level = 0.02  # under 30
        self.early = 0.02  # r = -5
        self.starter = {years: 2.0 for years in STARTER_CLASSES}

    def board(self, band, published):
        """Assumption: moving falls with age as the published switch of sector does."""
        return self.board_level * published.switches[band] / published.switches[BANDS[0]]

    def factor(self, experience, tenure):
        for (first, last), ratio in self.starter.items():
            if first <= experience <= last:
                return ratio
        return TENURE_RATIO if tenure <= 1 else 1.0

    def retirement(self, r):
        if r >= 1:
            return math.inf
        if r == 0:
            return hazard(AT_PENSION)
        return self.early * BEFORE_PENSION.get(r, 0.0)


class Year:
    """What happens in a year to teachers of one age, experience, tenure and contract."""

    def __init__(self, rates, published, cell, r):
        age, experience, tenure, contract = cell
        band = band_of(age)
        ratio = rates.factor(experience, tenure)
        hazards = {
            "retirement": rates.retirement(r),
            "leaves_profession": rates.profession[band] * ratio,
            "other_board": rates.board(band, published) * ratio,
            "other_sector": rates.sector[band] * ratio,
            "to_support_or_management": hazard(SUPPORT[BANDS.index(band)]),
            "disability_or_death": hazard(DISABILITY[BANDS.index(band)]),
        }
        if math.isinf(hazards["retirement"]):
            self.shares = {cause: float(cause == "retirement") for cause in hazards}
            self.remain = 0.0
        else:
            total = sum(hazards.values())
            self.shares = {cause: one / total * chance(total) for cause, one in hazards.items()}
            self.remain = math.exp(-total)
        ended = self.remain * (1.0 - P_PERMANENT) if contract == "temporary" else 0.0
        self.remain -= ended
        self.shares["contract_ended"] = ended

    def leaves_sector(self):
        return (self.shares["retirement"] + self.shares["leaves_profession"]
                + self.shares["disability_or_death"]
                + (1.0 - TO_OTHER_BOARD) * self.shares["contract_ended"])

    def moves_board(self):
        return self.shares["other_board"] + TO_OTHER_BOARD * self.shares["contract_ended"]


P_PERMANENT = next(float(row["value"]) for row in read("parameters.csv")
                   if row["key"] == "contracts.p_permanent")


class Population:
    """The declared teachers, and the starters who are followed for five years."""

    def __init__(self):
        self.published = Published()
        steps = pension_steps()
        self.cells = {band: {} for band in BANDS}
        for row in read("reference_population.csv"):
            age = int(row["age"])
            for r, share in retirement_years(age, steps).items():
                r = max(min(r, 1), min(BEFORE_PENSION) - 1)  # alike beyond the table's ends
                start = age if age >= 55 else band_of(age)[0] + 1
                cell = (start, int(row["experience"]), int(row["tenure"]), row["contract"], r)
                band = self.cells[band_of(age)]
                band[cell] = band.get(cell, 0.0) + float(row["weight"]) * share
        self.starters = {int(row["age"]): float(row["share"]) for row in read("reference_starters.csv")}

    def band_share(self, band, rates, what):
        """Share of the band to whom `what` (a function of Year) happens."""
        weights = self.cells[band]
        hit = sum(weight * what(Year(rates, self.published, cell[:4], cell[4]))
                  for cell, weight in weights.items())
        return hit / sum(weights.values())

    def follow_starters(self, rates, last):
        """(share still in the sector, share moved to another board) after `last` years.

        Only teachers at their first board are followed. Who moves is taken to
        stay in the sector as long as those who did not (censoring).
        """
        present = dict(self.starters)
        stay, at_first_board, moved = 1.0, 1.0, 0.0
        for years in range(last):
            contract = "temporary" if years == 0 else "permanent"
            cells = [(age, weight, Year(rates, self.published, (age, years, years, contract), -40))
                     for age, weight in present.items()]
            total = sum(weight for _, weight, _ in cells)
            stay *= 1.0 - sum(weight * year.leaves_sector() for _, weight, year in cells) / total
            moved += at_first_board * sum(weight * year.moves_board() for _, weight, year in cells) / total
            at_first_board *= sum(weight * year.remain for _, weight, year in cells) / total
            present = {age + 1: weight * year.remain for age, weight, year in cells}
        return stay, moved


def find(function, target, start):
    """x > 0 at which the increasing, nearly straight `function` equals `target` (secant)."""
    x0, x1 = start, start * 1.01 + 1e-6
    y0, y1 = function(x0) - target, function(x1) - target
    for _ in range(60):
        if abs(y1) < 1e-14 or y1 == y0:
            return x1
        x2 = x1 - y1 * (x1 - x0) / (y1 - y0)
        x0, y0, x1 = x1, y1, max(x2, 0.1 * x1)
        y1 = function(x1) - target
    raise SystemExit("solve_rates.py: a published number cannot be reached; look at published_flows.csv")


def solve_once(people, rates):
    """One sweep over all unknowns, each to its own published number."""
    published = people.published

    def starter(experience, years):
        def left(value):
            rates.starter[experience] = value
            return 1.0 - people.follow_starters(rates, years)[0]
        find(left, 1.0 - published.stay[years], rates.starter[experience])

    def in_band(table, band, what, target):
        def share(value):
            table[band] = value
            if table is rates.profession and band == (50, 59):
                table[(60, 99)] = value
            return people.band_share(band, rates, what)
        find(share, target, table[band])

    def board(value):
        rates.board_level = value
        return people.follow_starters(rates, 3)[1]

    def early(value):
        rates.early = value
        return people.band_share((60, 99), rates, Year.leaves_sector)

    for experience, years in zip(STARTER_CLASSES, sorted(published.stay)):
        starter(experience, years)
    for band in BANDS[:-1]:
        in_band(rates.profession, band, Year.leaves_sector, published.leaves[band])
    find(early, published.leaves[(60, 99)], rates.early)
    find(board, published.move, rates.board_level)
    for band in BANDS:
        in_band(rates.sector, band, lambda year: year.shares["other_sector"], published.switches[band])


def unknowns(rates):
    return ([rates.profession[band] for band in BANDS] + [rates.sector[band] for band in BANDS]
            + [rates.board_level, rates.early] + list(rates.starter.values()))


def solve(people):
    rates = Rates()
    for _ in range(200):
        before = unknowns(rates)
        solve_once(people, rates)
        if max(abs(new - old) for new, old in zip(unknowns(rates), before)) < 1e-10:
            return rates
    raise SystemExit("solve_rates.py: no solution in 200 sweeps; look at published_flows.csv")


# --- the tables --------------------------------------------------------------

SOLVED = "derived: solve_rates.py, so that reference_population.csv reproduces "
FLOWS = "DUO/onderwijsincijfers.nl, mobiliteit naar achtergrondkenmerken, vo 2013-2017"
# Published: 6.0, 6.2, 6.7 and 7.2% left education from 2013 to 2016
# (DUO/onderwijsincijfers.nl, ontwikkelingen in de tijd): sd 0.54 of mean 6.5,
# so 95% of years lie within 16% of the mean.
YEAR_TO_YEAR = (0.84, 1.16)
WIDE = (0.6, 1.5)


def number(x):
    return f"{x:.6f}"


def with_interval(p, spread):
    return [number(p), number(p * spread[0]), number(p * spread[1])]


def age_rows(cause, chances, spread, source):
    for band, p in zip(BANDS, chances):
        first = str(band[0]) if band[0] > 0 else ""
        last = str(band[1]) if band[1] < 99 else ""
        yield [cause, first, last] + with_interval(p, spread) + ["exit." + cause, source]


def exit_rows(rates, published):
    yield from age_rows("leaves_profession", [chance(rates.profession[band]) for band in BANDS], YEAR_TO_YEAR,
                        SOLVED + "leaves po, vo and mbo (" + FLOWS + "); 60+ as 50-59; interval: spread of 2013-2016")
    yield from age_rows("other_board", [chance(rates.board(band, published)) for band in BANDS], WIDE,
                        SOLVED + "14% of starters moved in three years (RUG/Voion 2013); "
                        "assumption: falls with age as the switch to po and mbo does")
    yield from age_rows("other_sector", [chance(rates.sector[band]) for band in BANDS], WIDE,
                        SOLVED + "switch to po and mbo (" + FLOWS + ")")
    yield from age_rows("to_support_or_management", SUPPORT, WIDE, "assumption: most in mid-career; no figure found")
    yield from age_rows("disability_or_death", DISABILITY, WIDE, "assumption: rises with age; no figure found")


def retirement_rows(rates):
    group = "exit.retirement"
    first = min(BEFORE_PENSION)
    yield ["retirement", "", str(first - 1), number(0), "", "", group,
           "assumption: nobody retires more than five years before state pension age"]
    for r in range(first, 0):
        yield (["retirement", str(r), str(r)] + with_interval(chance(rates.retirement(r)), (0.75, 1.25))
               + [group, SOLVED + "19.4% of the over-sixties leave (" + FLOWS + "); the shape by r is an assumption"])
    yield ["retirement", "0", "0", number(AT_PENSION), number(0.80), number(0.97), group,
           "assumption: one in ten stays on after state pension age"]
    yield ["retirement", "1", "", number(1), "", "", group, "assumption: everybody goes within two years"]


def factor_rows(rates):
    for (first, last), ratio in rates.starter.items():
        yield (["starter", "starter", str(first), str(last), "", "", ""] + with_interval(ratio, (0.8, 1.25))
               + ["exit.starter", SOLVED + "80/76/75/70% of starters under 30 still there after 1/2/3/5 years "
                  "(DUO/onderwijsincijfers.nl, uitval startende leraren vo); interval: assumption"])
    yield ["tenure", "tenure", "5", "", "0", "1", "", number(TENURE_RATIO), number(0.9), number(1.9),
           "exit.tenure", "assumption: who is new at a board leaves it sooner; no figure found"]
    # 95% interval: var(ln H) = (1 - S) / (n S ln(S)^2) for each half of 338 beginners
    variance = sum(left / (169 * (1 - left) * math.log(1 - left) ** 2) for left in (0.22, 0.46))
    spread = math.exp(1.96 * math.sqrt(variance))
    yield (["licence", "general", "", "", "", "", "unlicensed"]
           + with_interval(UNLICENSED_RATIO, (1 / spread, spread))
           + ["exit.licence", "derived: ln(1-0.46)/ln(1-0.22), three-year exit of 338 beginners unqualified and "
              "qualified (RUG/Voion 2013); interval: sampling, equal halves assumed"])


def write(path, header, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";", lineterminator="\n").writerows([header] + list(rows))


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    people = Population()
    rates = solve(people)
    value = ["low", "high", "group", "source"]
    write(folder / "exit_rates.csv", ["cause", "age_from", "age_to", "probability"] + value,
          exit_rows(rates, people.published))
    write(folder / "retirement.csv", ["cause", "retirement_from", "retirement_to", "probability"] + value,
          retirement_rows(rates))
    write(folder / "exit_factors.csv", ["factor", "kind", "experience_from", "experience_to", "tenure_from",
                                        "tenure_to", "licence", "ratio"] + value, factor_rows(rates))


if __name__ == "__main__":
    main()
