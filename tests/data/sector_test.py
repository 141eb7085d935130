"""The sample of the sector in 2013: remade byte for byte, with the shares of that year."""
import collections
import unittest

import common

# VO-raad, Handreiking SHRM, Tabel 2, 2013
MASTERS, WO_OF_UPPER_VWO = 0.35, 0.53


class Sector(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.people = {row["id"]: row for row in common.rows("sector2013/people.csv")}
        cls.assignments = common.rows("sector2013/assignments.csv")

    def test_the_script_still_writes_the_committed_files(self):
        common.assert_same_bytes(self, "sector2013/make_sector.py", "sector2013")

    def test_masters(self):
        self.assertEqual(len(self.people), 2000)
        masters = sum(1 for one in self.people.values() if one["degree"].endswith("master"))
        self.assertAlmostEqual(masters / 2000, MASTERS, delta=0.0005)

    def test_university_masters_in_upper_vwo(self):
        upper = [self.people[row["id"]] for row in self.assignments if float(row["upper_vwo"]) > 0]
        wo = sum(1 for one in upper if one["degree"] == "wo_master")
        self.assertAlmostEqual(wo / len(upper), WO_OF_UPPER_VWO, delta=0.002)

    def test_ages_as_published(self):
        published = {(0, 29): 0.149, (30, 39): 0.237, (40, 49): 0.207, (50, 59): 0.280, (60, 99): 0.126}
        for (first, last), share in published.items():
            here = sum(1 for one in self.people.values() if first <= int(one["age"]) <= last)
            self.assertAlmostEqual(here / 2000, share / 0.999, delta=0.001)

    def test_students_can_be_multiplied(self):
        def students(multiple):
            text = common.remade("sector2013/make_sector.py", multiple)["people.csv"].decode()
            programmes = [line.split(";")[8] for line in text.splitlines()[1:]]
            return len(programmes) - programmes.count("")
        self.assertEqual(students("0"), 0)
        self.assertAlmostEqual(students("3") / students("1"), 3.0, delta=0.1)

    def test_every_section_is_staffed(self):
        staffed = collections.Counter(row["section"] for row in self.assignments)
        sections = {row["section"] for row in common.rows("sector2013/sections.csv")}
        self.assertEqual(set(staffed), sections)
        self.assertGreaterEqual(min(staffed.values()), 10)


if __name__ == "__main__":
    unittest.main()
