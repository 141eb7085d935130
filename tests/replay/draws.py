"""Random numbers and the logarithm: section 7.1 of docs/methods.md."""

import functools
import struct

WORD = 2**32 - 1
LONG = 2**64 - 1

DEGREE, LICENCE, BIRTH_MONTH, EXIT, EXIT_CAUSE, ENROL, PROGRAMME, GRANT = range(1, 9)
STUDY, HOURS, HOURS_DIRECTION, CONTRACT, ENTRANT, ENTRANT_PROFILE, FILL, PARAMETER = range(9, 17)

PRIMES = (11400714785074694791, 14029467366897019727, 1609587929392839161,
          9650029242287828579, 2870177450012600261)  # of XXH64

SERIES = [float.fromhex(text) for text in (
    "0x1.5555555555558p-2", "0x1.99999999952e2p-3", "0x1.2492492df148dp-3",
    "0x1.c71c62e5800a1p-4", "0x1.7462b4ab2ef6bp-4", "0x1.39fe606542ddep-4",
    "0x1.2b584aae78a57p-4")]
LN2_HIGH = float.fromhex("0x1.62e42fefa3800p-1")
LN2_LOW = float.fromhex("0x1.ef35793c76730p-45")


def philox(key, counter):
    """Philox4x32-10: four words from a key of two words and a counter of four."""
    k0, k1 = key
    x0, x1, x2, x3 = counter
    for _ in range(10):
        left = 0xD2511F53 * x0
        right = 0xCD9E8D57 * x2
        x0, x1, x2, x3 = ((right >> 32) ^ x1 ^ k0, right & WORD,
                          (left >> 32) ^ x3 ^ k1, left & WORD)
        k0 = (k0 + 0x9E3779B9) & WORD
        k1 = (k1 + 0xBB67AE85) & WORD
    return x0, x1, x2, x3


def long_of(words):
    """w1:w0"""
    return words[1] << 32 | words[0]


def mix(a, b):
    return long_of(philox((0x243F6A88, 0x85A308D3), (a & WORD, a >> 32, b & WORD, b >> 32)))


def candidate_id(section_key, year, n):
    return long_of(philox((0xB7E15162, n >> 32),
                          (section_key & WORD, section_key >> 32, year, n & WORD)))


def rotated(value, bits):
    return (value << bits | value >> (64 - bits)) & LONG


def lane_round(lane, eight_bytes):
    lane += int.from_bytes(eight_bytes, "little") * PRIMES[1]
    return rotated(lane & LONG, 31) * PRIMES[0] & LONG


def key_of(name):
    """XXH64 of a text, seed 0."""
    p1, p2, p3, p4, p5 = PRIMES
    left = name.encode()
    hashed = p5
    if len(left) >= 32:
        lanes = [(p1 + p2) & LONG, p2, 0, -p1 & LONG]
        while len(left) >= 32:
            lanes = [lane_round(lane, left[8 * place:8 * place + 8])
                     for place, lane in enumerate(lanes)]
            left = left[32:]
        hashed = sum(rotated(lane, bits) for lane, bits in zip(lanes, (1, 7, 12, 18))) & LONG
        for lane in lanes:
            hashed = ((hashed ^ lane_round(0, lane.to_bytes(8, "little"))) * p1 + p4) & LONG
    hashed = (hashed + len(name.encode())) & LONG
    while len(left) >= 8:
        hashed = (rotated(hashed ^ lane_round(0, left[:8]), 27) * p1 + p4) & LONG
        left = left[8:]
    if len(left) >= 4:
        lane = int.from_bytes(left[:4], "little") * p1 & LONG
        hashed = (rotated(hashed ^ lane, 23) * p2 + p3) & LONG
        left = left[4:]
    for byte in left:
        hashed = rotated(hashed ^ (byte * p5 & LONG), 11) * p1 & LONG
    hashed = (hashed ^ hashed >> 33) * p2 & LONG
    hashed = (hashed ^ hashed >> 29) * p3 & LONG
    return hashed ^ hashed >> 32


def log_of_parts(k, f):
    """log(2^k (1 + f))"""
    p = SERIES
    s = f / (2 + f)
    z = s * s
    z2 = z * z
    low = (p[0] + p[1] * z) + (p[2] + p[3] * z) * z2
    high = (p[4] + p[5] * z) + p[6] * z2
    c = s * (f - (z + z) * (low + high * (z2 * z2)))
    return k * LN2_HIGH + (f - (c - k * LN2_LOW))


def log(x):
    bits = struct.unpack("<Q", struct.pack("<d", x))[0]
    moved = (bits + (0x3FF0000000000000 - 0x3FE6A09E667F3BCD)) & LONG
    mantissa = (moved & 0x000FFFFFFFFFFFFF) + 0x3FE6A09E667F3BCD
    m = struct.unpack("<d", struct.pack("<Q", mantissa))[0]
    return log_of_parts(float((moved >> 52) - 1023), m - 1)


@functools.cache
def hazard(probability):
    if probability == 0:
        return 0.0
    if probability == 1:
        return float("inf")
    if probability <= 0.2928932188134524:
        return -log_of_parts(0.0, -probability)
    if probability < 0.5:
        return -log_of_parts(-1.0, 1 - 2 * probability)
    return -log(1 - probability)


class Stream:
    """The draws of one future, each at its address."""

    def __init__(self, seed, replicate):
        self.key = (seed, replicate)

    def block(self, identity, purpose, index):
        return philox(self.key, (identity & WORD, identity >> 32, purpose, index))

    def uniforms(self, identity, purpose, index=0):
        w0, w1, w2, w3 = self.block(identity, purpose, index)
        return tuple((bits or 0.5) * 2.0**-53 for bits in ((w1 << 32 | w0) >> 11,
                                                           (w3 << 32 | w2) >> 11))

    def uniform(self, identity, purpose, index=0):
        return self.uniforms(identity, purpose, index)[0]

    def budget(self, identity, purpose, index):
        return -log(self.uniform(identity, purpose, index))
