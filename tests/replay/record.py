"""What is counted on 1 October, for every unit: sections 7.12 and 7.13 of docs/methods.md."""

from person import DEGREES, LICENCES, MASTERS
from scenario import ORIGINS

CAUSES = ("retirement", "leaves_profession", "other_board", "other_sector",
          "to_support_or_management", "disability_or_death", "contract_ended",
          "replacement_ended", "not_extended")
CONTRACTS = ("permanent", "temporary", "replacement")
SCALES = ("LB", "LC", "LD", "LE")
ROUTES = ("sitting", "upskilled", "starter", "outside")
HIRES = {"initial": "known", **{origin: origin for origin in ORIGINS[1:]}}
SHARE, YEAR = 10**9, 1000  # how finely shares and ages are kept


# The metric, from this age, below that one.
AGES = (("age_15_24", 0, 25), ("age_25_34", 25, 35), ("age_35_44", 35, 45), ("age_45_54", 45, 55),
        ("age_55_64", 55, 65), ("age_65_up", 65, 200))


class Record:
    """Values of one future: series[metric, level, unit, year], flows[stock, cause, ...]."""

    def __init__(self, scenario):
        self.scenario, self.units = scenario, scenario.units()
        self.series, self.flows = {}, {}
        self.starters = []  # all who came as one
        self.counts = {unit: {} for unit in self.units}
        self.heads_before = {}

    def begin_year(self, people):
        self.counts = {unit: {} for unit in self.units}
        self.heads_before = {unit: sum(bool(person.sections() & sections) for person in people)
                             for unit, sections in self.units.items()}

    # What happens to people

    def add(self, unit, what, amount=1):
        counts = self.counts[unit]
        counts[what] = counts.get(what, 0) + amount

    def flow(self, person, what):
        for unit, sections in self.units.items():
            if person.sections() & sections:
                self.add(unit, what)

    def both_stocks(self, person, cause):
        self.flow(person, f"heads < {cause}")
        if person.is_master():
            self.flow(person, f"masters < {cause}")

    def comes(self, person):
        self.both_stocks(person, f"hire_{HIRES[person.origin]}")
        if person.origin in ("starter", "lio"):
            self.starters.append(person)

    def leaves(self, person, cause):
        self.both_stocks(person, cause)
        for unit, sections in self.units.items():
            gone = sum(part.fte for part in person.assignments if part.section in sections)
            self.add(unit, "fte gone", gone)

    def moves(self, person, section, other):
        stocks = ("heads", "masters") if person.is_master() else ("heads",)
        for unit, sections in self.units.items():
            if (section in sections) != (other in sections):
                way = "moved_in" if other in sections else "moved_out"
                for stock in stocks:
                    self.add(unit, f"{stock} < {way}")

    # What there is

    def year(self, future):
        year = future.scenario.start + future.step + 1
        for (level, unit), sections in self.units.items():
            people = [person for person in future.people if person.sections() & sections]
            counts = self.counts[level, unit]
            values = {**self.stocks(people), **self.shares(people, sections, level),
                      **self.ages(people, future, level), **self.staffing(future, sections),
                      **self.upper(people, sections, future, level), **self.events(counts),
                      **self.starters_left(sections, future.step - 2, level),
                      "turnover": ratio(sum(counts.get(f"heads < {cause}", 0)
                                            for cause in CAUSES),
                                        self.heads_before.get((level, unit), 0))}
            for metric, value in values.items():
                self.series[metric, level, unit, year] = value
            if future.step >= 0:
                self.record_flows(level, unit, year, counts)

    def record_flows(self, level, unit, year, counts):
        into = [f"hire_{name}" for name in HIRES.values()]
        for stock in ("heads", "masters"):
            for cause in into + ["moved_in", *CAUSES, "moved_out", "graduated"]:
                happened = counts.get(f"{stock} < {cause}", 0)
                self.flows[stock, cause, level, unit, year] = happened

    def stocks(self, people):
        values = {"heads": len(people), "studying": count(people, lambda one: one.programme),
                  "masters_heads": count(people, lambda one: one.is_master())}
        for route in ROUTES:
            values[f"masters_{route}"] = count(people, lambda one: one.route == route)
        return values

    def shares(self, people, sections, level):
        def licence(person):
            held = {part.section: part.licence for part in person.assignments}
            return held[min(sections)] if level == "section" else person.main.licence

        def scale_fte(scales):
            return sum(person.fte for person in people if person.scale in scales)

        goal = [one for one in people if one.contract != "replacement"
                and not (one.origin == "lio" and one.main.licence in LICENCES[2:])]
        values = {"masters": ratio(count(goal, lambda one: one.is_master()), len(goal))}
        for names, of in ((DEGREES, "degree"), (CONTRACTS, "contract")):
            for name in names:
                here = count(people, lambda one: getattr(one, of) == name)
                values[f"{of}_{name}"] = ratio(here, len(people))
        for name in LICENCES:
            here = count(people, lambda one: licence(one) == name)
            values[f"licence_{name}"] = ratio(here, len(people))
        for scale in SCALES:
            values[f"scale_{scale}"] = ratio(scale_fte((scale,)), scale_fte(SCALES))
        return values

    def ages(self, people, future, level):
        now = self.scenario.reference_month(future.step + 1)
        months = [now - person.birth for person in people]
        older = count(months, lambda age: age >= 55 * 12)
        values = {"mean_age": ratio(sum(months), 12 * len(people), YEAR),
                  "share_55plus": ratio(older, len(people))}
        if level != "section":
            for key, first, end in AGES:
                values[key] = count(months, lambda age: first * 12 <= age < end * 12)
        return values

    def staffing(self, future, sections):
        def fte(by_section):
            return sum(by_section[section] for section in sections) / 1000

        members = [(one, part) for name in sections for one, part in future.members(name)]
        lessons = {what: sum(future.lessons[name][what] for name in sections)
                   for what in future.lessons[min(sections)]}
        unfilled = sum(future.unfilled[section] for section in sections)
        values = {
            "fte": sum(part.fte for _, part in members) / 1000,
            "net_fte": sum(future.net(one, part) for one, part in members) / 1000,
            "demand": sum(sum(future.demand[section]) for section in sections) / 1000,
            "vacancy_fte": fte(future.vacancy_fte),
            "unfilled": fte(future.unfilled), "surplus": fte(future.surplus),
            "vacancies": sum(future.vacancies[section] for section in sections),
            "hidden": lessons["hidden"] / 1000, "cancelled": lessons["cancelled"] / 1000,
            "shortage": (unfilled + lessons["hidden"]) / 1000,
            "wo_upper_vwo_lessons": ratio(lessons["of_wo_masters"], lessons["in_upper_vwo"])}
        for name, parts in (("qualified", ("qualified",)), ("appointable", ("appointable",)),
                            ("unqualified", ("hidden", "unqualified_cover")),
                            ("covered", ("own_cover",)), ("cancelled", ("cancelled",))):
            given = sum(lessons[part] for part in parts)
            values[f"lessons_{name}"] = ratio(given, lessons["needed"])
        return values

    def upper(self, people, sections, future, level):
        upper = [one for one in people if any(part.upper[0] > 0 and part.section in sections
                                              for part in one.assignments)]
        wo_masters = count(upper, lambda one: one.degree == MASTERS[1])
        values = {"wo_upper_vwo": ratio(wo_masters, len(upper))}
        if level != "section":
            values["upper_vwo_heads"] = len(upper)
        return values

    def events(self, counts):
        values = {what: counts.get(what, 0)
                  for what in ("enrolments", "graduations", "dropouts")}
        for kind, names, flow in (("hires", HIRES.values(), "hire_"), ("exits", CAUSES, "")):
            each = {f"{kind}_{name}": counts.get(f"heads < {flow}{name}", 0) for name in names}
            values |= {**each, kind: sum(each.values())}
        values["exits_fte"] = counts.get("fte gone", 0) / 1000
        return values

    def starters_left(self, sections, hired, level):
        """Of those hired in that step the share that is here; not asked where nobody is hired."""
        if self.scenario.key("recruitment", "mode") == "none":
            return {}
        then = [one for one in self.starters
                if one.hired == hired and one.hired_section in sections]
        values = {"starters_after_3_years": ratio(count(then, lambda one: one.here), len(then))}
        if level != "section":
            values["starters_3_years_ago"] = len(then)
        return values


def count(people, which):
    return sum(bool(which(one)) for one in people)


def ratio(part, whole, kept=SHARE):
    """Rounded half up to what is kept; None where it does not apply."""
    return None if whole == 0 else (2 * part * kept + whole) // (2 * whole) / kept
