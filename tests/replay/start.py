"""Who is there at the start: section 5 of docs/methods.md."""

import math

import draws
from demand import pupil_demand, table_row
from person import DEGREES, LICENCES, MILLION, Assignment, Person
from scenario import in_millionths, in_thousandths, month_of


class Start:
    """Who is there on the reference date, who is known to come, and what is known of them."""

    def __init__(self, scenario):
        self.scenario = scenario
        self.in_service, self.later = [], []
        self.events = []  # (step, person, what, value), in the order of the file
        self.unknown_births, self.unknown_licences, self.unknown_degrees = [], [], []
        self.known_licences, self.known_degrees = [], []
        self.rows = {}
        for row in scenario.assignments:
            self.rows.setdefault(row["id"], []).append(row)
        self.shares = self.default_shares()
        for row in sorted(scenario.people, key=lambda row: draws.key_of(row["id"])):
            self.read(row)
        self.events.sort(key=lambda event: event[0])

    def comes(self, row):
        return self.scenario.step_of(row["start_date"]) if row["start_date"] else 0

    def leaves(self, row):
        """The step of the last day that is known; none is never."""
        days = [row["leave_date"]]
        days += [row["contract_end"]] if row["contract"] == "replacement" else []
        return min((self.scenario.step_of(day) for day in days if day), default=math.inf)

    def read(self, row):
        scenario = self.scenario
        starts = self.comes(row)
        if self.leaves(row) <= starts:
            return
        person = Person(draws.key_of(row["id"]))
        (self.later if starts else self.in_service).append(person)
        if starts:
            self.events.append((starts, person, "comes", None))
        self.read_birth(person, row)
        person.tenure = (0 if starts else int(row["tenure"])) - starts
        person.experience = int(row["experience"]) - starts
        person.contract, person.scale = row["contract"], row["scale"]
        if row["contract"] == "replacement":
            person.contract_end = scenario.step_of(row["contract_end"])
        person.origin = row["origin"] or "initial"
        if row["programme"]:
            person.programme = row["programme"]
            person.study_years, person.grant = int(row["study_years"]), row["grant"] == "ja"
        self.read_assignments(person, row)
        self.read_degree(person, row, starts)
        if row["leave_date"]:
            person.known_leaver = True
            self.events.append((scenario.step_of(row["leave_date"]), person, "leaves",
                                row["leave_reason"]))
        self.read_changes(person, row, starts)
        if not starts and person.degree and person.main.licence:
            self.known_degrees.append((person.main.section, person.main.licence, person.degree))

    def read_birth(self, person, row):
        if row["birth_date"]:
            person.birth = month_of(row["birth_date"])
            return
        if row["birth_year"]:
            person.birth = 12 * int(row["birth_year"])
        else:
            person.birth = self.scenario.reference_month(0) - 12 * int(row["age"]) - 11
        self.unknown_births.append(person)

    def read_degree(self, person, row, starts):
        person.degree = row["degree"] or None
        if not row["degree"]:
            self.unknown_degrees.append(person)
        elif person.is_master():
            if row["master_year"]:
                person.since_master = self.scenario.start - int(row["master_year"])
            starting = person.origin in ("lio", "starter", "side_entrant")
            person.route = ("starter" if starting else "outside") if starts else "sitting"

    def read_assignments(self, person, row):
        for given in self.rows[row["id"]]:
            licence = given["licence"] or None
            upper = list(self.shares[given["section"]] if licence == LICENCES[0] else (0, 0))
            for part, column in enumerate(("upper_vwo", "upper_havo")):
                if given[column]:
                    upper[part] = in_millionths(float(given[column]))
            person.assignments.append(Assignment(given["section"], in_thousandths(given["fte"]),
                                                 licence, upper))
        person.assignments.sort(key=lambda part: (-part.fte, part.section))

    def read_changes(self, person, row, starts):
        """Hours and licences that change; those of a known starter may have changed before."""
        scenario = self.scenario
        if row["hours_from"]:
            step, fte = scenario.step_of(row["hours_from"]), in_thousandths(row["hours_fte"])
            if step > starts:
                self.events.append((step, person, "hours", fte))
            elif starts:
                person.set_total(fte)
        if row["licensed_from"]:
            person.licensed_as = row["licensed_as"]
            step = scenario.step_of(row["licensed_from"])
            if step > starts:
                person.licensed_step = step
            else:
                person.main.licence = row["licensed_as"]
        for part in person.assignments:
            if part.licence is None:
                self.unknown_licences.append((person, part))
            elif not starts:
                self.known_licences.append((part.section, part.licence))

    def default_shares(self):
        """Lesson shares not in the file (7.11): by section, of first-degree staff."""
        scenario = self.scenario
        most = in_millionths(scenario.key("lessons", "max_upper", 0.8))
        there = {row["id"] for row in scenario.people
                 if not self.comes(row) and self.leaves(row) > 0}
        shares = {}
        for section in scenario.sections:
            shares[section] = (0, 0)
            rows = [row for row in scenario.assignments
                    if row["section"] == section and row["id"] in there]
            if any(row["upper_vwo"] or row["upper_havo"] for row in rows):
                continue
            fte = sum(in_thousandths(row["fte"]) for row in rows if row["licence"] == LICENCES[0])
            wanted = self.upper_demand(section)
            if sum(wanted) <= 0 or fte == 0:
                continue
            both = sum(wanted) / fte * MILLION
            cut = most / both if both > most else 1
            shares[section] = tuple(math.floor(one / fte * MILLION * cut) for one in wanted)
        return shares

    def upper_demand(self, section):
        mode = self.scenario.key("demand", "mode", "constant")
        if mode == "pupils":
            return pupil_demand(self.scenario, section, 0, 1)[:2]
        if mode == "table":
            row = table_row(self.scenario, section, 1)
            return [in_thousandths(row[part] or 0) for part in ("upper_vwo", "upper_havo")]
        return [0, 0]

    def draw_unknown(self, stream):
        """Birth months first, then licences, then degrees."""
        for person in self.unknown_births:
            person.birth += min(int(12 * stream.uniform(person.id, draws.BIRTH_MONTH)), 11)
        for person, part in self.unknown_licences:
            known = [licence for section, licence in self.known_licences
                     if section == part.section]
            reference = self.reference("licence", "")
            at = draws.mix(person.id, draws.key_of(part.section))
            part.licence = self.pick(LICENCES, known, reference,
                                     stream.uniform(at, draws.LICENCE))
        for person in self.unknown_degrees:
            main = person.main
            known = [degree for section, licence, degree in self.known_degrees
                     if (section, licence) == (main.section, main.licence)]
            reference = self.reference("degree", main.licence)
            person.degree = self.pick(DEGREES, known, reference,
                                      stream.uniform(person.id, draws.DEGREE))
            person.route = "sitting" if person.is_master() else ""

    def reference(self, what, licence):
        return {row["value"]: float(row["share"]) for row in self.scenario.reference_shares
                if (row["what"], row["licence"]) == (what, licence)}

    def pick(self, values, known, reference, uniform):
        """With chances (n_c + w ref_c) / (n + w)."""
        weight = self.scenario.key("unknown", "weight", 5)
        counts = [known.count(value) + weight * reference.get(value, 0) for value in values]
        passed, whole, chosen = 0, sum(counts), None
        for value, count in zip(values, counts):
            passed += count
            chosen = value if count else chosen
            if uniform < passed / whole:
                break
        return chosen
