"""The reference tables: remade from their scripts, sourced, and without holes."""
import unittest

import common

SOURCED = ["exit_rates", "retirement", "exit_factors", "pension_age", "parameters", "hours", "leave", "fill", "entrants",
           "reference_shares", "wages", "money", "published_flows", "published_shortage", "published_subjects", "exit_factors_subject"]
VALUE = {"parameters": "value", "money": "value", "wages": "amount", "exit_factors": "ratio", "entrants": "weight", "leave": "share"}


class Tables(unittest.TestCase):
    def test_scripts_still_write_the_committed_tables(self):
        common.assert_same_bytes(self, "reference/make_population.py", "reference")
        common.assert_same_bytes(self, "reference/derive_tables.py", "reference")

    def test_every_row_has_a_source(self):
        for table in SOURCED:
            for row in common.rows(f"reference/{table}.csv"):
                self.assertTrue(row["source"].strip(), f"{table}: {row}")

    def test_intervals_hold_their_centre(self):
        for table in SOURCED:
            for row in common.rows(f"reference/{table}.csv"):
                if not row.get("low"):
                    continue
                low, value, high = (float(row[name]) for name in ("low", VALUE.get(table, "probability"), "high"))
                self.assertTrue(low < value < high, f"{table}: {row}")

    def test_what_is_uncertain_names_its_group(self):
        for table in SOURCED:
            for row in common.rows(f"reference/{table}.csv"):
                if row.get("low"):
                    self.assertTrue(row["group"], f"{table}: {row}")

    def test_ages_follow_on(self):
        for table in ("exit_rates", "hours", "leave"):
            rows = common.rows(f"reference/{table}.csv")
            for before, after in zip(rows, rows[1:]):
                if after["age_from"]:
                    self.assertEqual(int(after["age_from"]), int(before["age_to"]) + 1, f"{table}: {after}")
            self.assertEqual((rows[0]["age_from"], rows[-1]["age_to"]), ("", ""))

    def test_shares_sum_to_one(self):
        sums = {}
        for row in common.rows("reference/reference_shares.csv"):
            key = (row["what"], row["licence"])
            sums[key] = sums.get(key, 0.0) + float(row["share"])
        self.assertEqual(len(sums), 5)
        for key, total in sums.items():
            self.assertAlmostEqual(total, 1.0, msg=str(key))

    def test_masters_among_the_unknown_are_near_the_published_share(self):
        shares = common.rows("reference/reference_shares.csv")
        licence = {row["value"]: float(row["share"]) for row in shares if row["what"] == "licence"}
        masters = sum(licence[row["licence"]] * float(row["share"]) for row in shares
                      if row["what"] == "degree" and row["value"].endswith("master"))
        self.assertTrue(0.37 <= masters <= 0.397, masters)

    def test_entrants_of_a_subject_weigh_one_together(self):
        sums = {}
        for row in common.rows("reference/entrants.csv"):
            sums[row["subject"]] = sums.get(row["subject"], 0.0) + float(row["weight"])
            self.assertLessEqual(int(row["experience_from"]), int(row["age_from"]) - 20)
        for subject, total in sums.items():
            self.assertAlmostEqual(total, 1.0, delta=0.0005, msg=subject)

    def test_fill_chances_give_back_the_shortage(self):
        turnover = 0.086
        fill = {row["subject"]: float(row["probability"]) for row in common.rows("reference/fill.csv")}
        for row in common.rows("reference/published_shortage.csv"):
            open_fte = float(row["short"])
            for _ in range(100):  # years: what is not filled stays open
                open_fte = (open_fte + turnover) * (1 - fill[row["subject"]])
            self.assertAlmostEqual(open_fte, float(row["short"]), delta=0.0005, msg=row["subject"])

    def test_subject_factors_leave_the_sector_as_it_was(self):
        ratio = {row["subject"]: float(row["ratio"]) for row in common.rows("reference/exit_factors_subject.csv")}
        fte = {row["subject"]: float(row["fte"]) for row in common.rows("reference/published_subjects.csv")}
        mean = sum(ratio[subject] * fte[subject] for subject in fte) / sum(fte.values())
        self.assertAlmostEqual(mean, 1.0, delta=0.001)
        self.assertLess(ratio["lo"], ratio["scheikunde"])

    def test_pension_ages_only_rise(self):
        rows = common.rows("reference/pension_age.csv")
        months = [int(row["years"]) * 12 + int(row["months"]) for row in rows]
        self.assertEqual(months, sorted(months))
        self.assertEqual([row["from"] for row in rows], sorted(row["from"] for row in rows))

    def test_a_parameter_is_given_once(self):
        keys = [row["key"] for row in common.rows("reference/parameters.csv")]
        self.assertEqual(len(keys), len(set(keys)))


if __name__ == "__main__":
    unittest.main()
