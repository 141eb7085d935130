#!/usr/bin/env python3
"""The comparison itself finds what is wrong, and known answers hold for what it rests on."""

import math
import unittest

import draws
from replay_test import compare
from uncertain import Uncertain, beta_cdf, keep_bits

HEADS = ("heads", "section", "a", 2026)
TURNOVER = ("turnover", "section", "a", 2026)


class Compare(unittest.TestCase):
    def test_equal_cells_do_not_differ(self):
        self.assertEqual(compare({HEADS: 4.0, TURNOVER: None}, {HEADS: 4, TURNOVER: None}, ()), [])

    def test_another_value_differs(self):
        self.assertEqual(len(compare({HEADS: 4.0}, {HEADS: 5}, ())), 1)
        self.assertEqual(len(compare({HEADS: 4.0}, {HEADS: 4 + 1e-11}, ())), 1)

    def test_what_does_not_apply_is_no_zero(self):
        self.assertEqual(len(compare({TURNOVER: None}, {TURNOVER: 0.0}, ())), 1)
        self.assertEqual(len(compare({TURNOVER: 0.0}, {TURNOVER: None}, ())), 1)

    def test_a_cell_that_only_one_has_differs(self):
        self.assertEqual(len(compare({HEADS: 0.0}, {}, ())), 1)
        self.assertEqual(len(compare({}, {HEADS: 1}, ())), 1)

    def test_what_never_happens_need_not_be_printed(self):
        self.assertEqual(compare({}, {HEADS: 0}, ()), [])

    def test_a_small_section_shows_its_demand_only(self):
        demand = ("demand", "section", "a", 2026)
        self.assertEqual(compare({demand: 1.0}, {demand: 1.0, HEADS: 2}, {"a"}), [])
        self.assertEqual(len(compare({HEADS: 2.0}, {HEADS: 2}, {"a"})), 1)


class KnownAnswers(unittest.TestCase):
    def test_philox_of_the_authors(self):
        ones = (draws.WORD,) * 4
        self.assertEqual(draws.philox((0, 0), (0, 0, 0, 0)),
                         (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8))
        self.assertEqual(draws.philox(ones[:2], ones),
                         (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD))

    def test_xxh64_of_its_specification(self):
        self.assertEqual(draws.key_of(""), 0xEF46DB3751D8E999)
        self.assertEqual(draws.key_of("abc"), 0x44BC2CF5AD770999)

    def test_logarithm_and_hazard(self):
        for x in (1e-300, 0.3, 0.9, 1.0, 7.5, 1e300):
            self.assertAlmostEqual(draws.log(x), math.log(x), delta=1e-15 * abs(math.log(x)))
        for p in (1e-9, 0.2, 0.4, 0.7, 0.999):
            self.assertAlmostEqual(draws.hazard(p) / -math.log1p(-p), 1, delta=1e-15)

    def test_beta_distribution(self):
        # 1 - (1 - x)^b where a = 1.
        self.assertAlmostEqual(beta_cdf(1, 3, 0.2), 1 - 0.8**3, delta=1e-12)
        self.assertAlmostEqual(beta_cdf(40, 1, 0.97), 0.97**40, delta=1e-12)

    def test_uncertain_numbers_have_their_interval(self):
        ratio = Uncertain("a", "ratio", 2.0, 1.0, 4.0)
        self.assertAlmostEqual((ratio.quantile(24) + ratio.quantile(25)) / 2, 1, delta=0.01)
        chance = Uncertain("a", "probability", 0.5, 0.4, 0.6)
        self.assertAlmostEqual(chance.quantile(974), 0.6, delta=0.002)
        self.assertEqual(keep_bits(1 + 2.0**-45, 40), 1)


if __name__ == "__main__":
    unittest.main()
