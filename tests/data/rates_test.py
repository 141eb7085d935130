"""The exit rates reproduce what was published, recomputed from the committed
tables alone: nothing here comes from the solver."""
import math
import unittest

import common

BANDS = [(0, 29), (30, 39), (40, 49), (50, 59), (60, 99)]
FACTORED = ("leaves_profession", "other_board", "other_sector")
TO_OTHER_BOARD = 14 / 30
TOLERANCE = 0.0005  # 0.05 percentage point


def within(row, name, value):
    first, last = row[name + "_from"], row[name + "_to"]
    return (not first or value >= int(first)) and (not last or value <= int(last))


def pension_months(born):
    """Months of age at which someone born in month `born` gets a state pension."""
    steps = [(int(row["from"][:4]) * 12 + int(row["from"][5:7]) - 1, int(row["years"]) * 12 + int(row["months"]))
             for row in common.rows("reference/pension_age.csv")]
    last = len(steps) - 1
    return next(age for place, (_, age) in enumerate(steps) if place == last or born + age < steps[place + 1][0])


class Tables:
    def __init__(self):
        self.rates = common.rows("reference/exit_rates.csv")
        self.retirement = common.rows("reference/retirement.csv")
        self.factors = common.rows("reference/exit_factors.csv")
        self.p_permanent = next(float(row["value"]) for row in common.rows("reference/parameters.csv")
                                if row["key"] == "contracts.p_permanent")

    def factor(self, experience, tenure):
        """A starter factor where there is one, else a tenure factor, else 1."""
        for kind in ("starter", "tenure"):
            for row in self.factors:
                if row["kind"] == kind and within(row, "experience", experience) and within(row, "tenure", tenure):
                    return float(row["ratio"])
        return 1.0

    def year(self, age, experience, tenure, contract, r):
        """{cause: chance} of one year, contract_ended included."""
        ratio = self.factor(experience, tenure)
        hazards = {}
        for row in self.rates:
            if within(row, "age", age):
                hazard = -math.log(1 - float(row["probability"]))
                hazards[row["cause"]] = hazard * (ratio if row["cause"] in FACTORED else 1.0)
        retire = next(float(row["probability"]) for row in self.retirement if within(row, "retirement", r))
        if retire == 1.0:
            return {"retirement": 1.0}
        hazards["retirement"] = -math.log(1 - retire)
        total = sum(hazards.values())
        leave = 1 - math.exp(-total)
        chances = {cause: hazard / total * leave for cause, hazard in hazards.items()}
        chances["contract_ended"] = (1 - leave) * (1 - self.p_permanent) if contract == "temporary" else 0.0
        return chances


def leaves_sector(chances):
    return (sum(chances.get(cause, 0.0) for cause in ("retirement", "leaves_profession", "disability_or_death"))
            + (1 - TO_OTHER_BOARD) * chances.get("contract_ended", 0.0))


class Rates(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.tables = Tables()
        cls.published = common.rows("reference/published_flows.csv")
        cls.leaves, cls.switches, cls.gone, cls.weight = {}, {}, {}, {}
        for row in common.rows("reference/reference_population.csv"):
            age, weight = int(row["age"]), float(row["weight"])
            band = next(one for one in BANDS if one[0] <= age <= one[1])
            # four school years, twelve birth months; r matters only near pension
            moments = [(2013, 0)] if age < 55 else [(year, extra) for year in range(2013, 2017) for extra in range(12)]
            for year, extra in moments:
                born = year * 12 + 9 - 12 * age - extra
                r = (year * 12 + 21 - born - pension_months(born)) // 12
                chances = cls.tables.year(age, int(row["experience"]), int(row["tenure"]), row["contract"], r)
                part = weight / len(moments)
                for table, value in ((cls.leaves, leaves_sector(chances)), (cls.switches, chances.get("other_sector", 0)),
                                     (cls.gone, sum(chances.values())), (cls.weight, 1.0)):
                    table[band] = table.get(band, 0.0) + part * value

    def expected(self, what):
        return {(int(row["age_from"] or 0), int(row["age_to"] or 99)): float(row["share"])
                for row in self.published if row["what"] == what}

    def test_the_solver_still_writes_the_committed_tables(self):
        common.assert_same_bytes(self, "reference/solve_rates.py", "reference")

    def test_age_shares_are_as_published(self):
        published = self.expected("persons")
        for band in BANDS:
            self.assertAlmostEqual(self.weight[band], published[band] / sum(published.values()), delta=1e-6)

    def test_as_many_leave_the_sector_as_published(self):
        for band, share in self.expected("leaves_sector").items():
            self.assertAlmostEqual(self.leaves[band] / self.weight[band], share, delta=TOLERANCE)
        self.assertAlmostEqual(sum(self.leaves.values()), 0.062, delta=TOLERANCE)

    def test_as_many_switch_to_po_and_mbo_as_published(self):
        for band, share in self.expected("other_sector").items():
            self.assertAlmostEqual(self.switches[band] / self.weight[band], share, delta=TOLERANCE)

    def test_starters_stay_as_long_as_published(self):
        present = {int(row["age"]): float(row["share"]) for row in common.rows("reference/reference_starters.csv")}
        self.assertAlmostEqual(sum(present.values()), 1.0)
        stay, here, moved, seen = 1.0, 1.0, 0.0, {}
        for year in range(5):
            years = {age: self.tables.year(age, year, year, "permanent" if year else "temporary", -30)
                     for age in present}
            total = sum(present.values())
            stay *= 1 - sum(present[age] * leaves_sector(years[age]) for age in present) / total
            moved += here * sum(present[age] * (years[age]["other_board"] + TO_OTHER_BOARD * years[age]["contract_ended"])
                                for age in present) / total
            here *= sum(present[age] * (1 - sum(years[age].values())) for age in present) / total
            present = {age + 1: present[age] * (1 - sum(years[age].values())) for age in present}
            seen[year + 1] = (stay, moved)
        for row in self.published:
            if row["what"].startswith("starters"):
                value = seen[int(row["years"])][0 if row["what"] == "starters_stay" else 1]
                self.assertAlmostEqual(value, float(row["share"]), delta=TOLERANCE)

    def test_turnover_is_what_fill_chances_were_derived_with(self):
        self.assertAlmostEqual(sum(self.gone.values()), 0.086, delta=TOLERANCE)

    def test_the_last_age_is_certain(self):
        last = self.tables.retirement[-1]
        self.assertEqual((last["retirement_to"], float(last["probability"])), ("", 1.0))


if __name__ == "__main__":
    unittest.main()
