"""Numbers that are not certain: section 7.2 of docs/methods.md."""

import functools
import math
import statistics

import draws

NORMAL = statistics.NormalDist()
WIDTH = 3.92  # of the 95% interval of a normal distribution, in standard deviations


class Uncertain:
    """A number with a 95% interval; `kind` is ratio, probability or other."""

    def __init__(self, name, kind, central, low, high):
        self.key = draws.key_of(name)
        self.kind, self.central, self.low, self.high = kind, central, low, high
        if kind == "probability":
            self.size = beta_size(central, high - low)

    @functools.cache
    def quantile(self, stratum):
        z = round(NORMAL.inv_cdf((stratum + 0.5) / 1000), 12)
        if self.kind == "ratio":
            sigma = math.log(self.high / self.low) / WIDTH
            return keep_bits(self.central * math.exp(sigma * z), 40)
        if self.kind == "other":
            return truncated_normal(self.central, (self.high - self.low) / WIDTH, stratum)
        chance = beta_quantile(self.central, self.size, (stratum + 0.5) / 1000)
        return min(round(chance, 12), 1 - 1e-12)

    def drawn(self, stream):
        """Its value in a future."""
        block = stream.block(self.key, draws.PARAMETER, 0)
        return self.quantile(draws.long_of(block) % 1000)


def keep_bits(value, bits):
    mantissa, exponent = math.frexp(value)
    return math.ldexp(round(math.ldexp(mantissa, bits)), exponent - bits)


def truncated_normal(mean, deviation, stratum):
    normal = statistics.NormalDist(mean, deviation)
    below, inside = normal.cdf(-1), normal.cdf(1) - normal.cdf(-1)
    return round(normal.inv_cdf(below + inside * (stratum + 0.5) / 1000), 12)


def beta_cdf(a, b, x):
    """By Lentz's continued fraction of the incomplete beta function."""
    if x > (a + 1) / (a + b + 2):
        return 1 - beta_cdf(b, a, 1 - x)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
                     + a * math.log(x) + b * math.log1p(-x)) / a
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    fraction = d
    for m in range(1, 500):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            c = 1 + term / c
            d = 1 / (1 + term * d)
            fraction *= c * d
        if abs(c * d - 1) < 1e-16:
            break
    return front * fraction


def bisect(below, low, high):
    """Where `below` turns from true to false."""
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) else (low, middle)
    return (low + high) / 2


def beta_quantile(mean, size, p):
    return bisect(lambda x: beta_cdf(mean * size, (1 - mean) * size, x) < p, 0.0, 1.0)


def beta_size(mean, width):
    """a + b of the beta distribution with one hump that is so wide."""
    def too_wide(size):
        return beta_quantile(mean, size, 0.975) - beta_quantile(mean, size, 0.025) > width

    return keep_bits(bisect(too_wide, 1 / min(mean, 1 - mean), 1e5), 30)
