"""Teachers and their assignments: section 2 of docs/methods.md."""

import math

import draws

DEGREES = ("none", "bachelor", "hbo_master", "wo_master")
LICENCES = ("first_degree", "second_degree", "appointable", "unlicensed")
MASTERS = DEGREES[2:]
LONG_AGO = 90
LEAST_MAIN_FTE = 50
MOST_FTE = 1200
MILLION = 1_000_000


def half_up(times, part, whole):
    """times x part / whole"""
    return (2 * times * part + whole) // (2 * whole)


class Assignment:
    def __init__(self, section, fte, licence, upper):
        self.section, self.fte, self.licence = section, fte, licence
        self.upper = upper  # shares in upper vwo and upper havo, in millionths


class Person:
    """Times are kept as a base to which the step is added."""

    def __init__(self, identity):
        self.id = identity
        self.here = True
        self.assignments = []  # the main one first
        self.birth = 0
        self.tenure = self.experience = 0
        self.since_master = LONG_AGO
        self.degree = "none"
        self.contract = "permanent"
        self.scale = ""
        self.origin = "initial"
        self.route = ""
        self.programme = None
        self.study_years = 0
        self.grant = False
        self.licensed_step, self.licensed_as = 0, None
        self.contract_end = 0
        self.hired, self.hired_section = 0, None
        self.known_leaver = False
        self.room = False
        self.graduated = False
        self.exit_clock = self.enrol_clock = self.hours_clock = math.inf
        self.draws = {purpose: 0 for purpose in (draws.ENROL, draws.STUDY, draws.HOURS,
                                                 draws.CONTRACT)}

    @property
    def main(self):
        return self.assignments[0]

    @property
    def fte(self):
        return sum(part.fte for part in self.assignments)

    def is_master(self):
        return self.degree in MASTERS

    def sections(self):
        return {part.section for part in self.assignments}

    def next_index(self, purpose):
        self.draws[purpose] += 1
        return self.draws[purpose] - 1

    def get_licence(self, licence):
        """For the main subject, if it is better."""
        self.main.licence = min(self.main.licence, licence, key=LICENCES.index)

    def set_total(self, total):
        """The main assignment takes the difference."""
        wanted = self.main.fte + min(total, MOST_FTE) - self.fte
        self.main.fte = max(wanted, LEAST_MAIN_FTE)

    def see_room(self, room_share):
        upper = sum(part.fte * sum(part.upper) for part in self.assignments)
        self.room = upper >= self.fte * room_share
