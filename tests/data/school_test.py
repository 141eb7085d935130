"""The Voorbeeldlyceum: remade byte for byte, consistent, and like the published shares."""
import collections
import math
import unittest

import common

START = 2025
# from data/reference: leave by age and its uptake, other tasks, starters, study leave
LEAVE_UPTAKE, OTHER_TASKS, STUDY_LEAVE = 0.5, 0.05, 0.145


def year_of(date):
    return int(date[-4:])


def age_of(person):
    """Completed years on 1 October; mid-year where only the year is known."""
    if person["geboortejaar"]:
        return START - int(person["geboortejaar"])
    day, month, year = (int(part) for part in person["geboortedatum"].split("-"))
    return START - year - ((month, day) > (10, 1))


def is_here(person):
    day, month, year = (int(part) for part in person["in dienst per"].split("-"))
    return (year, month, day) <= (START, 10, 1)


class School(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.all_people = {row["personeelsnummer"]: row for row in common.rows("voorbeeldlyceum/people.csv")}
        cls.people = {key: row for key, row in cls.all_people.items() if is_here(row)}
        cls.assignments = common.rows("voorbeeldlyceum/assignments.csv")
        cls.sections = {row["sectie"]: row for row in common.rows("voorbeeldlyceum/sections.csv")}
        cls.lessons = common.rows("voorbeeldlyceum/lessons.csv")
        cls.pupils = common.rows("voorbeeldlyceum/pupils.csv")

    def share(self, chosen, of):
        of = list(of)
        return sum(1 for one in of if chosen(one)) / len(of)

    def test_the_script_still_writes_the_committed_files(self):
        common.assert_same_bytes(self, "voorbeeldlyceum/make_school.py", "voorbeeldlyceum")

    def test_size(self):
        self.assertTrue(120 <= len(self.people) <= 140)
        self.assertEqual(len(self.all_people), len(common.rows("voorbeeldlyceum/people.csv")))
        self.assertEqual(len(self.sections), 16)

    def test_everybody_has_one_to_three_known_sections(self):
        count = collections.Counter(row["personeelsnummer"] for row in self.assignments)
        self.assertEqual(set(count), set(self.all_people))
        self.assertEqual(collections.Counter(count.values())[3], 1)
        self.assertEqual(collections.Counter(count.values())[2], 11)
        pairs = {(row["personeelsnummer"], row["sectie"]) for row in self.assignments}
        self.assertEqual(len(pairs), len(self.assignments))
        self.assertEqual({row["sectie"] for row in self.assignments}, set(self.sections))

    def test_hours(self):
        total = collections.Counter()
        for row in self.assignments:
            self.assertTrue(0.05 <= common.number(row["wtf"]) <= 1.0)
            total[row["personeelsnummer"]] += common.number(row["wtf"])
        self.assertLessEqual(max(total.values()), 1.0 + 1e-9)

    def test_ages_as_published(self):
        published = {(0, 29): 0.149, (30, 39): 0.237, (40, 49): 0.207, (50, 59): 0.280, (60, 99): 0.126}
        for (first, last), share in published.items():
            here = self.share(lambda one: first <= age_of(one) <= last, self.people.values())
            self.assertAlmostEqual(here, share, delta=0.025)

    def test_masters(self):
        known = [one for one in self.people.values() if one["opleidingsniveau"] != "onbekend"]
        masters = self.share(lambda one: one["opleidingsniveau"].endswith("master"), known)
        self.assertTrue(0.37 <= masters <= 0.42, masters)
        unknown = 1 - len(known) / len(self.people)
        self.assertAlmostEqual(unknown, 0.08, delta=0.01)

    def test_university_masters_in_upper_vwo(self):
        upper = {row["personeelsnummer"] for row in self.assignments if common.number(row["bovenbouw vwo"] or "0") > 0}
        known = [self.people[key] for key in upper if self.people[key]["opleidingsniveau"] != "onbekend"]
        self.assertAlmostEqual(self.share(lambda one: one["opleidingsniveau"] == "wo_master", known), 0.63, delta=0.03)

    def test_upper_lessons_fit_in_a_week(self):
        for row in self.assignments:
            if row["bovenbouw vwo"]:
                self.assertLessEqual(common.number(row["bovenbouw vwo"]) + common.number(row["bovenbouw havo"]), 0.8 + 1e-9)

    def test_a_known_future(self):
        people = self.all_people.values()
        self.assertGreaterEqual(sum(1 for one in people if one["uit dienst per"]), 3)
        self.assertGreaterEqual(sum(1 for one in people if one["uren per"]), 2)
        self.assertGreaterEqual(sum(1 for one in people if one["studie"]), 4)
        self.assertEqual(len(self.all_people) - len(self.people), 2)
        contracts = collections.Counter(one["type contract"] for one in people)
        self.assertEqual(set(contracts), {"vast", "tijdelijk", "vervanging"})
        for one in people:
            self.assertEqual(bool(one["einddatum contract"]), one["type contract"] == "vervanging")
            self.assertEqual(bool(one["geboortedatum"]), not one["geboortejaar"])

    def test_nobody_graduates_or_teaches_too_young(self):
        for one in self.people.values():
            self.assertGreaterEqual(age_of(one) - (START - year_of(one["docent vanaf"])), 21)
            self.assertLessEqual(year_of(one["docent vanaf"]), year_of(one["in dienst per"]))
            if one["masterjaar"]:
                self.assertGreaterEqual(age_of(one) - (START - int(one["masterjaar"])), 22)

    def net_share(self, person):
        age, experience = age_of(person), START - year_of(person["docent vanaf"])
        starter = {0: 0.2, 1: 0.1}.get(experience, 0.0)
        leave = (0.127 if age >= 57 else 0.054) * LEAVE_UPTAKE
        return 1 - leave - OTHER_TASKS - starter - (STUDY_LEAVE if person["lerarenbeurs"] == "ja" else 0.0)

    def test_the_lesson_table_asks_for_the_hours_there_are(self):
        pupils = {(row["schoolsoort"], row["leerjaar"]): int(row["leerlingen"]) for row in self.pupils
                  if row["schooljaar"] == str(START)}
        asked = collections.Counter()
        for row in self.lessons:
            takers = pupils[row["schoolsoort"], row["leerjaar"]] * common.number(row["deelname"])
            groups = math.ceil(takers / common.number(row["groepsgrootte"]) - 1e-9)
            asked[row["vak"]] += groups * common.number(row["lessen"]) * 50 / 60 * 36 / 720
        there = collections.Counter({key: common.number(row["openstaande vacatures"]) for key, row in self.sections.items()})
        for row in self.assignments:
            if row["personeelsnummer"] in self.people:
                there[row["sectie"]] += common.number(row["wtf"]) * self.net_share(self.people[row["personeelsnummer"]])
        self.assertAlmostEqual(sum(there.values()) / sum(asked.values()), 1.0, delta=0.02)
        for section, fte in asked.items():
            self.assertAlmostEqual(there[section], fte, delta=0.05 * fte + 0.05, msg=section)

    def test_pupils_of_the_variants_start_alike_and_shrink(self):
        shrinking = common.rows("voorbeeldlyceum/pupils_krimp.csv")
        total = {}
        for name, table in (("national", self.pupils), ("shrinking", shrinking)):
            for row in table:
                key = (name, int(row["schooljaar"]))
                total[key] = total.get(key, 0) + int(row["leerlingen"])
        self.assertEqual(total["national", START], total["shrinking", START])
        self.assertAlmostEqual(total["national", START + 10] / total["national", START], 0.992 ** 10, delta=0.005)
        self.assertLess(total["shrinking", START + 10], 0.8 * total["shrinking", START])


if __name__ == "__main__":
    unittest.main()
