"""What is needed, and staff above it: section 7.8 of docs/methods.md."""

import math

from person import MILLION, half_up
from scenario import in_thousandths

PARTS = ("upper_vwo", "upper_havo")


def split_like(total, like):
    """`total` in the parts upper vwo, upper havo and rest, in proportion to `like`."""
    whole = sum(like)
    if whole == 0:
        return [0, 0, total]
    vwo = half_up(total, like[0], whole)
    havo = min(half_up(total, like[1], whole), total - vwo)
    return [vwo, havo, total - vwo - havo]


def split_by_shares(net, upper):
    """Somebody's net fte in three parts."""
    vwo = half_up(net, upper[0], MILLION)
    havo = min(half_up(net, upper[1], MILLION), net - vwo)
    return [vwo, havo, net - vwo - havo]


def table_row(scenario, section, step):
    year = scenario.start + step
    return next(row for row in scenario.demand_table
                if row["section"] == section
                and int(row["year_from"] or 0) <= year <= int(row["year_to"] or 9999))


def table_demand(scenario, section, step, reference):
    row = table_row(scenario, section, step)
    total = in_thousandths(row["fte"])
    parts = split_like(total, reference)
    given = [row[part] != "" for part in PARTS]
    for index, part in enumerate(PARTS):
        if given[index]:
            parts[index] = in_thousandths(row[part])
    for index in range(len(PARTS)):
        if not given[index]:
            parts[index] = min(parts[index], total - parts[1 - index])
    return [*parts[:2], total - sum(parts[:2])]


def pupil_demand(scenario, section, step, factor):
    """By part in thousandths of fte, not yet rounded."""
    fte_a_lesson = (scenario.key("demand", "lesson_minutes", 50) / 60
                    * scenario.key("demand", "weeks", 36)
                    / scenario.key("demand", "full_time_hours", 720) * 1000)
    of_section = scenario.sections[section]
    parts = [0.0, 0.0, 0.0]
    for lesson in scenario.lessons:
        if lesson["subject"] != of_section["subject"]:
            continue
        track, year_of_study = lesson["track"], int(lesson["year_of_study"])
        cohort = (of_section["school"], track, year_of_study, scenario.start + step)
        pupils = scenario.pupils.get(cohort, 0) * factor
        groups = math.ceil(pupils * float(lesson["participation"]) / float(lesson["group_size"])
                           - 1e-9)
        parts[part_of(track, year_of_study)] += groups * (float(lesson["lessons"]) * fte_a_lesson)
    return parts


def part_of(track, year_of_study):
    if year_of_study < 4 or track not in ("vwo", "havo"):
        return 2
    return 0 if track == "vwo" else 1


def measure_reference_demand(future):
    """Year 0 needs what there is and what is open."""
    future.reference = {}
    for section, row in future.scenario.sections.items():
        parts = [0, 0, 0]
        for person, part in future.members(section):
            split = split_by_shares(future.net(person, part), part.upper)
            parts = [one + more for one, more in zip(parts, split)]
        open_fte = round(1000 * float(row["open_vacancies"]))
        future.reference[section] = split_like(sum(parts) + open_fte, parts)
    future.demand = dict(future.reference)


def play_demand(future):
    scenario, now = future.scenario, future.step + 1
    mode = scenario.key("demand", "mode", "constant")
    for section in scenario.sections:
        if mode == "table":
            like = future.reference[section]
            future.demand[section] = table_demand(scenario, section, now, like)
        elif mode == "pupils":
            parts = pupil_demand(scenario, section, now, future.growth**now)
            future.demand[section] = [math.floor(part + 0.5) for part in parts]


def surplus_of(future, section):
    return future.net_of_section(section) - sum(future.demand[section])


def play_surplus(future):
    if future.scenario.key("surplus", "mode", "report") != "reduce":
        return
    for section in sorted(future.scenario.sections, key=future.section_keys.get):
        reduce(future, section)


def reduce(future, section):
    surplus = surplus_of(future, section)
    candidates = [person for person, _ in future.members(section)
                  if len(person.assignments) == 1 and person.contract != "replacement"]
    candidates.sort(key=lambda one: (one.contract != "temporary", one.tenure, one.id))
    for person in candidates:
        net = future.net(person, person.main)
        if surplus <= 0 or net > surplus:
            continue
        if person.contract == "temporary":
            future.leave(person, "not_extended", successor=False)
        else:
            other = section_with_room(future, section, net)
            if other is None:
                continue
            future.record.moves(person, section, other)
            person.main.section, person.main.upper = other, [0, 0]
        surplus -= net


def section_with_room(future, section, net):
    """The largest gap of at least `net` in the same subject at the same board."""
    scenario = future.scenario
    best, largest = None, 0
    for other in sorted(scenario.sections, key=future.section_keys.get):
        alike = (scenario.sections[other]["subject"] == scenario.sections[section]["subject"]
                 and scenario.board_of(other) == scenario.board_of(section))
        gap = -surplus_of(future, other) if alike else 0
        if other != section and gap >= net and gap > largest:
            best, largest = other, gap
    return best
