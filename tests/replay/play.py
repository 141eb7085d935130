"""One future of a scenario, as docs/methods.md tells it: sections 3, 5 and 7.4 to 7.11."""

import math

import demand
import draws
import lessons
import recruitment
import study
from draws import Stream, hazard
from person import LEAST_MAIN_FTE, LICENCES, MILLION, MOST_FTE, half_up
from rates import Hazards, first_row
from record import Record
from scenario import in_millionths
from start import Start
from uncertain import Uncertain

LEAST_FTE = 100  # to which hours may change


class Future:
    def __init__(self, scenario, seed, replicate=0):
        self.scenario = scenario
        self.stream = Stream(seed, replicate)
        self.certain = scenario.keys.get("uncertainty") == "chance"
        self.section_keys = {name: draws.key_of(name) for name in scenario.sections}
        self.step = -1  # the year that ends on the reference date
        self.people, self.newcomers, self.queue, self.seats = [], [], [], []
        self.record = Record(scenario)
        self.drawn = {}
        self.set_parameters()

    def play(self):
        self.begin()
        self.record.year(self)
        for self.step in range(self.scenario.years):
            self.record.begin_year(self.people)
            self.newcomers = []
            self.play_known_events()
            self.play_exits()
            self.play_contracts()
            study.license_trainees(self)
            study.play_years(self)
            self.play_hours()
            demand.play_demand(self)
            demand.play_surplus(self)
            study.play_enrolment(self)
            recruitment.play_recruitment(self)
            lessons.give_out(self)
            self.record.year(self)
        return self.record

    # 5 and 7.2

    def value(self, number):
        """What a number is in this future."""
        if not isinstance(number, Uncertain):
            return number
        if self.certain:
            return number.central
        if number not in self.drawn:
            self.drawn[number] = number.drawn(self.stream)
        return self.drawn[number]

    def set_parameters(self):
        scenario, value = self.scenario, self.value
        self.p_permanent = value(scenario.p_permanent)
        self.p_grant, self.without_grant = value(scenario.p_grant), value(scenario.without_grant)
        self.leave_uptake = value(scenario.leave_uptake)
        self.growth = 1 + value(scenario.growth_error)
        self.own_staff = in_millionths(scenario.key("cover", "own_staff"))
        self.unqualified = in_millionths(scenario.key("cover", "unqualified"))
        self.sick_leave = {
            school: in_millionths(float(row["sick_leave"] or scenario.key("net", "sick_leave")))
            for school, row in scenario.schools.items()}
        self.delay, self.drop_out = {}, {}
        for name, programme in scenario.programmes.items():
            delay = self.delay[name] = value(programme["delay"])
            for grant, key in ((True, "completion_with_grant"),
                               (False, "completion_without_grant")):
                a_year = value(programme[key]) ** (1 / programme["years"])
                self.drop_out[name, grant] = 1 - a_year / (1 - delay + a_year * delay)

    def begin(self):
        start = Start(self.scenario)
        start.draw_unknown(self.stream)
        self.people, self.events = start.in_service, start.events
        for person in self.people:
            self.draw_clocks(person)
        room_share = in_millionths(self.scenario.key("exit", "room_share", 0.2))
        for person in start.in_service + start.later:
            person.see_room(room_share)
        self.usual_upper = {}
        for section in self.scenario.sections:
            shares = [part.upper[0] for _, part in self.members(section) if part.upper[0]]
            self.usual_upper[section] = sum(shares) // len(shares) if shares else 0
        demand.measure_reference_demand(self)
        recruitment.count_staffing(self)
        lessons.give_out(self)

    def draw_clocks(self, person):
        if not person.known_leaver:
            person.exit_clock = self.stream.budget(person.id, draws.EXIT, 0)
        self.renew_hours_clock(person)
        if person.programme is None:
            self.renew_enrol_clock(person)

    def renew_enrol_clock(self, person):
        index = person.next_index(draws.ENROL)
        person.enrol_clock = self.stream.budget(person.id, draws.ENROL, index)

    def renew_hours_clock(self, person):
        index = person.next_index(draws.HOURS)
        person.hours_clock = self.stream.budget(person.id, draws.HOURS, index)

    # What rules look at

    def members(self, section):
        return [(person, part) for person in self.people for part in person.assignments
                if part.section == section]

    def about(self, person):
        """The covariates of the rate tables in this step (7.3)."""
        step, scenario = self.step, self.scenario
        tenure, since_master = person.tenure + step, person.since_master + step
        window = scenario.key("exit", "critical_years", 2)
        return {
            "age": self.age(person, step), "retirement": self.retirement(person),
            "tenure": tenure, "experience": person.experience + step,
            "years_since_master": since_master, "fte": person.fte, "degree": person.degree,
            "licence": person.main.licence, "contract": person.contract,
            "subject": scenario.sections[person.main.section]["subject"],
            "year": scenario.start + step,
            "in_critical_window": (person.is_master() and not person.room
                                   and min(since_master, tenure) < window)}

    def age(self, person, step):
        return (self.scenario.reference_month(step) - person.birth) // 12

    def retirement(self, person):
        """Whole years from state pension age to the end of the year (7.4)."""
        month = self.scenario.pension_month(person.birth)
        return (self.scenario.reference_month(self.step + 1) - month) // 12

    # 7.10

    def net_share(self, person):
        if person.contract == "replacement":
            return 0
        scenario, now = self.scenario, self.step + 1
        row = first_row(scenario.leave, {"age": self.age(person, now)})
        experience = person.experience + now
        share = MILLION - in_millionths(scenario.key("net", "other_tasks"))
        share -= in_millionths(row.number * self.leave_uptake) if row else 0
        if experience <= 0:
            share -= in_millionths(scenario.key("net", "starter_first_year"))
        if experience == 1:
            share -= in_millionths(scenario.key("net", "starter_second_year"))
        if person.programme is not None:
            key = "leave_with_grant" if person.grant else "leave_without_grant"
            share -= in_millionths(scenario.key("study", key))
        return share

    def net(self, person, part):
        return half_up(part.fte, self.net_share(person), MILLION)

    def net_of_section(self, section):
        return sum(self.net(person, part) for person, part in self.members(section))

    # Coming and going

    def leave(self, person, cause, successor=True):
        person.here = False
        self.people.remove(person)
        self.record.leaves(person, cause)
        if successor:
            self.seats.append(person)

    def join(self, person):
        person.hired, person.hired_section = self.step + 1, person.main.section
        self.people.append(person)
        self.newcomers.append(person)
        self.record.comes(person)

    def settled(self):
        """All who were here when the step began and still are."""
        return [person for person in self.people if person not in self.newcomers]

    # The phases

    def play_known_events(self):
        for step, person, what, value in self.events:
            if step != self.step + 1:
                continue
            if what == "comes":
                self.join(person)
            elif person in self.people:
                if what == "leaves":
                    self.leave(person, value)
                else:
                    person.set_total(value)

    def play_exits(self):
        tables = self.scenario.exits
        for person in self.settled():
            if math.isinf(person.exit_clock):
                continue
            hazards = tables.hazards(self.about(person), self.value)
            person.exit_clock -= hazards.total
            if person.exit_clock < 0:
                uniform = self.stream.uniform(person.id, draws.EXIT_CAUSE)
                self.leave(person, hazards.choose(uniform, tables.causes))

    def play_contracts(self):
        for person in list(self.people):
            if person.contract == "temporary":
                self.decide(person)
            elif person.contract == "replacement" and person.contract_end == self.step + 1:
                self.leave(person, "replacement_ended", successor=False)

    def decide(self, person):
        tenure = person.tenure + self.step + 1
        if tenure < 1:
            return
        if 0 < person.licensed_step <= self.step + 1:
            person.contract = "permanent"
        elif person.main.licence in LICENCES[2:]:
            if tenure >= 3:
                self.leave(person, "contract_ended")
        else:
            index = person.next_index(draws.CONTRACT)
            if self.stream.uniform(person.id, draws.CONTRACT, index) < self.p_permanent:
                person.contract = "permanent"
            else:
                self.leave(person, "contract_ended")

    def play_hours(self):
        step = round(1000 * self.scenario.key("hours", "step", 0.1))
        for person in self.settled():
            about, kinds = self.about(person), []
            for way, change in (("up", step), ("down", -step)):
                row = first_row(self.scenario.hours[way], about)
                possible = (person.fte + change <= MOST_FTE if way == "up"
                            else person.fte + change >= LEAST_FTE)
                kinds.append((way, hazard(self.value(row.number)) if row and possible else 0.0))
            hazards = Hazards([([], kinds)])
            person.hours_clock -= hazards.total
            if person.hours_clock < 0:
                self.change_hours(person, hazards, step)

    def change_hours(self, person, hazards, step):
        uniform = self.stream.uniform(person.id, draws.HOURS_DIRECTION,
                                      person.draws[draws.HOURS] - 1)
        if hazards.choose(uniform, ("up", "down")) == "up":
            person.set_total(person.fte + step)
        elif person.main.fte - step >= LEAST_MAIN_FTE:
            person.set_total(person.fte - step)
        self.renew_hours_clock(person)
