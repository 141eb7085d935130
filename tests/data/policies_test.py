"""The libraries of policies and bottlenecks: complete, modest, each number with its source."""
import tomllib
import unittest

import common

POLICIES = common.DATA / "policies"
BOTTLENECKS = common.DATA / "bottlenecks"
SIZES = ("ratio", "odds_ratio", "multiplier", "share")
CLUSTERS = {"recruitment": 5, "career": 6, "training": 6, "cooperation": 3, "other": 2}
# A share of zero would have no distribution; this near to nothing counts as nothing.
NEAR_NOTHING = 0.05


def library(folder):
    """What each file of the folder holds, by its name."""
    return {path.stem: tomllib.loads(path.read_text(encoding="ascii"))
            for path in sorted(folder.glob("*.toml"))}


def size_of(effect):
    """The key of an effect's size with its value; None for a decision."""
    return next(((key, effect[key]) for key in SIZES if key in effect), None)


def includes_no_effect(key, size):
    return size["low"] <= NEAR_NOTHING if key == "share" else size["low"] <= 1 <= size["high"]


class Libraries(unittest.TestCase):
    def setUp(self):
        self.policies = library(POLICIES)
        self.bottlenecks = library(BOTTLENECKS)

    def items(self):
        return list(self.policies.items()) + list(self.bottlenecks.items())

    def test_there_are_as_many_as_are_documented(self):
        found = {cluster: 0 for cluster in CLUSTERS}
        for policy in self.policies.values():
            found[policy["cluster"]] += 1
        self.assertEqual(found, CLUSTERS)
        self.assertEqual(len(self.bottlenecks), 15)

    def test_each_says_what_it_is_in_both_languages(self):
        for name, item in self.items():
            for key in ("title", "description"):
                self.assertTrue(item[key], name)
                self.assertTrue(item[f"{key}_en"], name)
                self.assertNotEqual(item[key], item[f"{key}_en"], name)
        for name, policy in self.policies.items():
            for key in ("owner", "owner_en", "leader", "leader_en"):
                self.assertTrue(policy[key], name)
            self.assertGreater(policy["hours"], 0, name)
            self.assertTrue(policy["amo"], name)
            low, high = policy["carried_out"]["low"], policy["carried_out"]["high"]
            self.assertTrue(0 < low < policy["carried_out"]["central"] < high < 1, name)

    def test_every_number_has_a_source_and_every_assumption_may_do_nothing(self):
        assumed = published = 0
        for name, item in self.items():
            self.assertTrue(item["effect"], name)
            for row in item["effect"] + item.get("cost", []):
                self.assertTrue(row["source"], f"{name}.{row['name']}")
            for effect in item["effect"]:
                size = size_of(effect)
                if size is None or not isinstance(size[1], dict):
                    self.assertIn("a decision of the school", effect["source"], name)
                    continue
                is_assumption = effect["source"].startswith("assumption: ")
                assumed += is_assumption
                published += not is_assumption
                self.assertTrue(includes_no_effect(*size) or not is_assumption,
                                f"{name}.{effect['name']}")
        self.assertGreater(assumed, 30)
        self.assertGreater(published, 3)

    def test_the_trial_of_induction_counts(self):
        for effect in self.policies["inductie"]["effect"]:
            self.assertTrue(includes_no_effect(*size_of(effect)), effect["name"])

    def test_a_bottleneck_makes_things_worse_and_a_policy_lifts_it(self):
        lifted = {name for policy in self.policies.values() for name in policy.get("lifts", [])}
        self.assertEqual(lifted, set(self.bottlenecks))
        more_is_worse = ("exit", "dropout", "sick_leave", "hours_down")
        for name, bottleneck in self.bottlenecks.items():
            for effect in bottleneck["effect"]:
                central = size_of(effect)[1]["central"]
                self.assertEqual(central > 1, effect["on"] in more_is_worse, f"{name}.{effect['name']}")

    def test_a_policy_acts_on_what_its_bottlenecks_make_worse(self):
        for name, policy in self.policies.items():
            acts_on = {effect["on"] for effect in policy["effect"]}
            for lifted in policy.get("lifts", []):
                worse = {effect["on"] for effect in self.bottlenecks[lifted]["effect"]}
                self.assertTrue(acts_on & worse, f"{name} lifts {lifted}")

    def test_rostering_costs_nothing_and_vision_only_helps_others(self):
        self.assertNotIn("cost", self.policies["wo-masters-in-bovenbouw"])
        self.assertEqual([effect["on"] for effect in self.policies["gedeelde-visie"]["effect"]],
                         ["carried_out"])

    def test_all_of_them_are_checked_together(self):
        scenario = tomllib.loads(
            (common.ROOT / "tests" / "data" / "all_policies.toml").read_text(encoding="ascii"))
        self.assertEqual([policy["use"] for policy in scenario["policy"]], list(self.policies))
        self.assertEqual([one["use"] for one in scenario["bottleneck"]], list(self.bottlenecks))

    def test_a_new_project_has_them_all(self):
        starter = (common.ROOT / "sim" / "cli" / "starter_files.cmake").read_text(encoding="ascii")
        for name, _ in self.items():
            self.assertIn(f" {name}", starter)


if __name__ == "__main__":
    unittest.main()
