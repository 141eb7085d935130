"""The example region, played, against what was published of exits, inflow and shortage."""
import collections
import unittest

import common

# FACTS 3.2: leaves po, vo and mbo; goes to po or mbo. A year, of all teachers, 2013-2017.
LEAVES_SECTOR, TO_OTHER_SECTOR = 0.062, 0.006
# FACTS 3.4: of those whose temporary contract ends the part that stays in the sector.
FINDS_ANOTHER = 14 / 30
# FACTS 3.3: inflow and outflow of all staff of vo, persons, 2013 to 2016 together.
IN_BY_OUT = (7361 + 7721 + 8396 + 8218) / (7864 + 7363 + 8072 + 7759)
# Sections of one or two teachers: a gap stays open until it is large enough for a vacancy.
OF_SMALL = {"informatica": 0.07, "klassieke_talen": 0.03, "maatschappijleer": 0.03}


class Region(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.start, cls.last, cls.means = common.played("voorbeeldregio.toml", 30, "--set",
                                                           'record.levels=["total", "subject"]')

    def all_years(self, metric, first=1, past=0):
        """The sum over school years of a metric of the whole region."""
        return sum(self.means[metric, "total", "all", year]
                   for year in range(self.start + first, self.last + 1 - past))

    def test_as_many_leave_as_published(self):
        heads = self.all_years("heads", first=0, past=1)
        gone = sum(self.all_years("exits_" + cause)
                   for cause in ("retirement", "leaves_profession", "disability_or_death"))
        gone += (1 - FINDS_ANOTHER) * self.all_years("exits_contract_ended")
        print(f"leaves the sector: {gone / heads:.2%}, published {LEAVES_SECTOR:.1%}")
        self.assertAlmostEqual(gone / heads, LEAVES_SECTOR, delta=0.005)
        moved = self.all_years("exits_other_sector") / heads
        print(f"to po or mbo: {moved:.2%}, published {TO_OTHER_SECTOR:.1%}")
        self.assertAlmostEqual(moved, TO_OTHER_SECTOR, delta=0.002)

    def test_about_as_many_come_as_go(self):
        ratio = self.all_years("hires") / self.all_years("exits")
        fte = self.means["fte", "total", "all", self.last] / self.means["fte", "total", "all", self.start]
        print(f"in by out: {ratio:.2f}, published {IN_BY_OUT:.2f}; fte after ten years x {fte:.3f}")
        self.assertAlmostEqual(ratio, IN_BY_OUT, delta=0.15)
        self.assertAlmostEqual(fte, 1, delta=0.03)

    def test_the_shortage_of_each_subject_is_near_what_was_published(self):
        unfilled, demand = collections.Counter(), collections.Counter()
        for (metric, level, unit, year), mean in self.means.items():
            counted = {"unfilled": unfilled, "demand": demand}.get(metric)
            if level == "subject" and self.start + 2 <= year <= self.start + 6 and counted is not None:
                counted[unit] += mean
        published = {row["subject"]: float(row["short"])
                     for row in common.rows("reference/published_shortage.csv")}
        # Every subject that was published is in the region, and played.
        self.assertEqual(set(published) - {""} - set(demand), set())
        for subject in sorted(set(published) - {""}):
            played = unfilled[subject] / demand[subject]
            print(f"{subject}: {played:.1%}, published {published[subject]:.1%}")
            self.assertAlmostEqual(played, published[subject], delta=OF_SMALL.get(subject, 0.02), msg=subject)
        total = sum(unfilled.values()) / sum(demand.values())
        print(f"all: {total:.1%}, published {published['']:.1%}")
        self.assertAlmostEqual(total, published[""], delta=0.007)


if __name__ == "__main__":
    unittest.main()
