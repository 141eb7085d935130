"""Study and enrolment: sections 7.6 and 7.9 of docs/methods.md."""

import math

import draws
from draws import hazard
from person import DEGREES, MILLION
from rates import Hazards, first_row
from scenario import in_millionths


def license_trainees(future):
    """Who has it planned gets the licence."""
    for person in future.people:
        if person.licensed_step == future.step + 1:
            person.get_licence(person.licensed_as)


def play_years(future):
    for person in future.settled():
        if person.programme is not None:
            play_study_year(future, person)


def play_study_year(future, person):
    name = person.programme
    programme = future.scenario.programmes[name]
    index = person.next_index(draws.STUDY)
    stops, delayed = future.stream.uniforms(person.id, draws.STUDY, index)
    if stops < future.drop_out[name, person.grant]:
        future.record.flow(person, "dropouts")
    elif delayed < future.delay[name]:
        return
    else:
        person.study_years += 1
        if person.study_years < programme["years"]:
            return
        graduate(future, person, programme)
    person.programme = None
    future.renew_enrol_clock(person)


def graduate(future, person, programme):
    future.record.flow(person, "graduations")
    if not person.is_master():
        person.route = "upskilled"
        future.record.flow(person, "masters < graduated")
    person.degree = max(person.degree, programme["gives_degree"], key=DEGREES.index)
    person.since_master = -(future.step + 1)
    if "gives_licence" in programme:
        person.get_licence(programme["gives_licence"])
    person.graduated = True


def enrol_hazards(future, person):
    """Of all programmes, 0 for those that the person cannot join."""
    about, kinds = future.about(person), []
    for name, programme in future.scenario.programmes.items():
        row = first_row(programme["uptake"], about)
        eligible = row is not None and may_enrol(about, programme)
        kinds.append((name, hazard(future.value(row.number)) if eligible else 0.0))
    return Hazards([([], kinds)])


def may_enrol(about, programme):
    lists = (("degrees", "degree"), ("licences", "licence"), ("contracts", "contract"),
             ("subjects", "subject"))
    return (all(about[covariate] in programme.get(key, [about[covariate]])
                for key, covariate in lists)
            and (programme.get("age_from", -math.inf) <= about["age"]
                 <= programme.get("age_to", math.inf))
            and about["tenure"] >= programme.get("tenure_from", -math.inf)
            and DEGREES.index(about["degree"]) < DEGREES.index(programme["gives_degree"]))


def play_enrolment(future):
    for person in future.settled():
        if math.isinf(person.enrol_clock):
            continue
        hazards = enrol_hazards(future, person)
        before = person.enrol_clock
        person.enrol_clock -= hazards.total
        if person.enrol_clock < 0:
            join_queue(future, person, hazards, before)
    future.queue.sort(key=lambda waiting: waiting[:2])
    future.queue = [waiting for waiting in future.queue if still_waits(future, *waiting)]


def join_queue(future, person, hazards, before):
    index = person.draws[draws.ENROL] - 1
    programmes = list(future.scenario.programmes)
    programme = hazards.choose(future.stream.uniform(person.id, draws.PROGRAMME, index),
                               programmes)
    certain = math.isinf(hazards.total)
    since = future.step if certain else future.step + before / hazards.total
    for_grant, willing = future.stream.uniforms(person.id, draws.GRANT, index)
    grant = person.contract == "permanent" and for_grant < future.p_grant
    if not grant and willing >= future.without_grant:
        future.renew_enrol_clock(person)
        return
    person.enrol_clock = math.inf
    future.queue.append((since, person.id, person, programme, grant))


def still_waits(future, _since, _identity, person, programme, grant):
    """Whether somebody stays in the queue; who may start does so."""
    if not person.here:
        return False
    if enrol_hazards(future, person).of(programme) == 0:
        future.renew_enrol_clock(person)
        return False
    section = person.main.section
    students = sum(one.programme is not None and one.main.section == section
                   for one in future.people)
    if students >= places(future, section):
        return True
    person.programme, person.study_years, person.grant = programme, 0, grant
    future.record.flow(person, "enrolments")
    return False


def places(future, section):
    capacity = future.scenario.key("study", "capacity", "unlimited")
    if capacity == "unlimited":
        return math.inf
    heads = len(future.members(section))
    return max(1, in_millionths(capacity) * heads // MILLION) if capacity else 0
